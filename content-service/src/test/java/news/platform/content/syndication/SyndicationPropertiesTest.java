package news.platform.content.syndication;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SyndicationPropertiesTest {
    @Test
    void boundsAnAnswer() {
        assertThatNoException().isThrownBy(() -> new SyndicationProperties(50, 20_000));
        assertThatThrownBy(() -> new SyndicationProperties(0, 0)).hasMessageContaining("articles: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new SyndicationProperties(51, 20_000)).hasMessageContaining("max-body: 20000");
        assertThatThrownBy(() -> new SyndicationProperties(1, -1)).hasMessageContaining("max-body: -1");
    }
}
