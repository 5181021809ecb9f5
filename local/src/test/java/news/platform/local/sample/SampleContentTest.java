package news.platform.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.platform.local.edge.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleContentTest {
    private static final Set<String> CHANNELS =
            Set.of("global", "a-stock", "us-stock", "forex", "commodity", "bond", "tech");

    @TempDir
    private Path folder;

    private final Edge nobody = new Edge(1, Duration.ZERO, _ -> {});

    @Test
    void isHalfEnglishHalfChineseOverAllChannels() {
        List<SampleArticle> articles = sample().articles();

        Set<String> channels = new HashSet<>();
        articles.forEach(article -> channels.addAll(article.channels()));
        assertThat(articles).hasSize(40).extracting(SampleArticle::slug).doesNotHaveDuplicates();
        assertThat(articles).filteredOn(article -> article.lang().equals("zh")).hasSize(20);
        assertThat(articles).filteredOn(SampleArticle::premium).hasSize(3);
        assertThat(channels).isEqualTo(CHANNELS);
    }

    @Test
    void isWhatTheContractAccepts() {
        assertThat(sample().articles()).allSatisfy(article -> {
            assertThat(article.title().length()).isBetween(5, 300);
            assertThat(article.symbols()).allMatch(symbol -> symbol.matches("[A-Z0-9][A-Z0-9.^=-]{0,19}"));
            assertThat(article.tags()).allMatch(tag -> tag.length() <= 40);
            assertThat(article.paragraphs()).hasSizeGreaterThan(1);
            assertThat(article.bodyHtml()).startsWith("<").endsWith(">");
        });
    }

    @Test
    void isLoadedWhenEveryArticleIsNoted() throws Exception {
        SampleContent sample = sample();
        boolean before = sample.loaded();

        Files.write(notes(), sample.articles().stream().map(SampleArticle::slug).toList());

        assertThat(before).isFalse();
        assertThat(sample.loaded()).isTrue();
        assertThat(sample.load()).isZero();
    }

    private SampleContent sample() {
        return new SampleContent(nobody, "secret", notes());
    }

    private Path notes() {
        return folder.resolve("loaded");
    }
}
