package news.platform.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import news.platform.local.edge.Edge;
import news.platform.local.sample.SampleThread.SampleComment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommentsTest {
    @TempDir
    private Path folder;

    private final Edge nobody = new Edge(1, Duration.ZERO, _ -> {});

    @Test
    void areAboutAllSampleArticlesInBothLanguagesAndGiveModeratorsSomethingToDo() {
        var threads = sample().threads();
        var comments =
                threads.stream().flatMap(thread -> thread.comments().stream()).toList();

        assertThat(threads)
                .extracting(SampleThread::article)
                .containsExactlyInAnyOrderElementsOf(new SampleContent(nobody, "secret", folder.resolve("articles"))
                        .articles().stream().map(SampleArticle::slug).toList());
        assertThat(comments).hasSizeBetween(110, 130);
        assertThat(comments)
                .filteredOn(comment -> comment.text().codePoints().anyMatch(Character::isIdeographic))
                .hasSizeBetween(50, 70);
        assertThat(comments).extracting(SampleComment::text).anyMatch(text -> text.contains("加微信"));
        assertThat(comments).filteredOn(comment -> comment.reportedBy() != null).hasSizeGreaterThan(1);
    }

    @Test
    void answerWhatWasSaidBefore() {
        assertThat(sample().threads()).allSatisfy(thread -> {
            for (int at = 0; at < thread.comments().size(); at++) {
                var answers = thread.comments().get(at).answers();
                assertThat(answers == null ? -1 : answers).isLessThan(at);
            }
        });
    }

    @Test
    void areLoadedWhenEachThreadIsNoted() throws Exception {
        var sample = sample();
        boolean before = sample.loaded();

        Files.write(
                folder.resolve("loaded"),
                sample.threads().stream().map(SampleThread::article).toList());

        assertThat(before).isFalse();
        assertThat(sample.loaded()).isTrue();
        assertThat(sample.load()).isZero();
    }

    private SampleComments sample() {
        return new SampleComments(nobody, "secret", folder.resolve("loaded"));
    }
}
