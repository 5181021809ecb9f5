package news.platform.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import news.platform.content.v1.WholeArticle;
import news.platform.search.SearchServiceTest;
import news.platform.test.Replicas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IndexEndpointIT extends SearchServiceTest {
    @Autowired
    private IndexEndpoint endpoint;

    @Autowired
    private Replicas replicas;

    @Test
    void hasTheIndexBeMadeAnewAndSaysWhetherReplicasHoldTheSame() {
        var id = freshId();
        ARTICLES.put(
                id,
                WholeArticle.newBuilder()
                        .setArticle(article(id, "Kept", "body"))
                        .setVersion(1)
                        .build());

        endpoint.renew();
        await().until(() -> !endpoint.state().building());

        try (var other = replicas.another()) {
            var replica = other.getBean(IndexEndpoint.class);
            await().until(() -> !replica.state().building());
            assertThat(replica.inventory("inventory"))
                    .isEqualTo(endpoint.inventory("inventory"))
                    .isNotNull();
        }
        assertThat(endpoint.state().documents()).isPositive();
        assertThat(endpoint.inventory("all")).isNull();
        ARTICLES.remove(id);
    }
}
