package news.platform.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import news.platform.local.edge.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProductsTest {
    @TempDir
    private Path folder;

    private final Edge nobody = new Edge(1, Duration.ZERO, _ -> {});

    @Test
    void openPremiumSampleArticlesAlone() {
        var premium = new SampleContent(nobody, "secret", folder.resolve("articles"))
                .articles().stream()
                        .filter(SampleArticle::premium)
                        .map(SampleArticle::slug)
                        .toList();

        assertThat(sample().products())
                .extracting(product -> product.product().get("kind"))
                .contains("PRODUCT_KIND_MEMBERSHIP", "PRODUCT_KIND_COURSE", "PRODUCT_KIND_ARTICLE");
        assertThat(sample().products())
                .flatExtracting(SampleProduct::articles)
                .isNotEmpty()
                .isSubsetOf(premium);
    }

    @Test
    void areLoadedWhenEachIsNoted() throws Exception {
        boolean before = sample().loaded();

        Files.write(
                folder.resolve("loaded"),
                sample().products().stream().map(SampleProduct::slug).toList());

        assertThat(before).isFalse();
        assertThat(sample().loaded()).isTrue();
        assertThat(sample().load()).isZero();
    }

    private SampleProducts sample() {
        return new SampleProducts(nobody, "secret", folder.resolve("loaded"));
    }
}
