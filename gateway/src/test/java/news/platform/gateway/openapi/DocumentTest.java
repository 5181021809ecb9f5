package news.platform.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.policy.Policies;
import news.platform.policy.Policy;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private final Policies policies = new Policies(Map.of());
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<String> text = new AtomicReference<>("one");
    private final Document document = new Document(this::current, this::write);

    @Test
    void isWrittenOnce() {
        var first = document.current();

        assertThat(document.current()).isSameAs(first);
        assertThat(written).hasValue(1);
    }

    @Test
    void isWrittenAnewWhenAPolicyChanges() {
        var first = document.current();
        text.set("two");

        policies.override(
                Map.of(ArticleServiceGrpc.getGetArticleMethod().getFullMethodName(), Map.of("max-concurrent", "7")));

        assertThat(document.current().bytes()).asString().isEqualTo("two");
        assertThat(document.current().etag()).isNotEqualTo(first.etag());
        assertThat(written).hasValue(2);
    }

    private List<Policy> current() {
        return List.of(policies.of(ArticleServiceGrpc.getGetArticleMethod()));
    }

    private byte[] write() {
        written.incrementAndGet();
        return text.get().getBytes(StandardCharsets.UTF_8);
    }
}
