package news.platform.search.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import news.platform.search.index.Catalogue;
import news.platform.test.Replicas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowingIT extends FollowingContract {
    @Autowired
    private Replicas replicas;

    @Test
    void aReplicaThatStartsWithNothingHasWhatOwnersHave() {
        ARTICLES.put(id, whole(article(id, "Kept " + word, "body").build()));
        try (var other = replicas.another()) {
            var index = other.getBean(Catalogue.class);
            await().until(() -> index.isComplete());
            assertThat(index.documents()).isGreaterThanOrEqualTo(1);
        }
        ARTICLES.remove(id);
    }
}
