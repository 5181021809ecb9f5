package news.platform.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.platform.local.edge.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLivesTest {
    private static final Set<String> CHANNELS =
            Set.of("global", "a-stock", "us-stock", "forex", "commodity", "gold", "bond", "tech");

    @TempDir
    private Path folder;

    private final Edge nobody = new Edge(1, Duration.ZERO, _ -> {});

    @Test
    void areHalfEnglishHalfChineseOverAllChannelsAndImportances() {
        List<SampleLive> lives = sample().lives();

        assertThat(lives).hasSize(60).extracting(SampleLive::slug).doesNotHaveDuplicates();
        assertThat(lives)
                .filteredOn(live -> live.contentHtml().codePoints().anyMatch(Character::isIdeographic))
                .hasSize(30);
        assertThat(lives).flatExtracting(SampleLive::channels).containsOnly(CHANNELS.toArray(String[]::new));
        assertThat(lives).extracting(SampleLive::importance).contains(1, 2, 3);
        assertThat(lives)
                .filteredOn(live -> live.contentHtml().startsWith("<p>【"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void areWhatTheContractAccepts() {
        assertThat(sample().lives()).allSatisfy(live -> {
            assertThat(live.title().length()).isLessThan(300);
            assertThat(live.contentHtml()).startsWith("<p>").endsWith("</p>");
            assertThat(live.importance()).isBetween(1, 3);
            assertThat(live.symbols()).allMatch(symbol -> symbol.matches("[A-Z0-9][A-Z0-9.^=-]{0,19}"));
            assertThat(live.tags()).allMatch(tag -> tag.length() <= 40);
        });
    }

    @Test
    void areLoadedWhenEachIsNoted() throws Exception {
        SampleLives sample = sample();
        boolean before = sample.loaded();

        Files.write(
                folder.resolve("loaded"),
                sample.lives().stream().map(SampleLive::slug).toList());

        assertThat(before).isFalse();
        assertThat(sample.loaded()).isTrue();
        assertThat(sample.load()).isZero();
    }

    private SampleLives sample() {
        return new SampleLives(nobody, "secret", folder.resolve("loaded"));
    }
}
