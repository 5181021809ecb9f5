package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes on by itself is a round of platform-work, in the platform and at the edge, too; services have a rule of their own
 * for that. The launcher and the benchmarks are programs by themselves.
 */
class LoopsTest {
    /** Why each of them is none. */
    private static final String KNOWN = String.join(
            "|",
            // rounds themselves
            "platform/work/.*/Rounds?",
            // below platform-work, which needs a database for its tests
            "platform/policy/.*/PolicyFile",
            // as long as a connection, and no longer
            "platform/persistence/.*/WatchedSocket",
            // once
            "platform/grpc-server/.*/RulesWarmUp",
            "gateway/.*/hot/HotCache",
            // as long as its clients
            "gateway/.*/stream/.*",
            // until events are rewritten
            "platform/messaging/.*",
            "gateway/.*/event/.*");

    @Test
    void nothingElseGoesOnByItself() {
        var found = new TreeSet<String>();
        for (var file : Repository.files(".java")) {
            var name = Repository.ROOT.relativize(file).toString();
            if (name.matches("(platform|gateway|.*-service)/.*src/main/java/.*")
                    && !name.startsWith("platform/test/")
                    && !name.matches("(?:" + KNOWN + ")\\.java")) {
                Loops.in(Repository.text(file)).forEach(start -> found.add(name + ": " + start));
            }
        }

        assertThat(found).as("expected: Rounds").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private final ScheduledExecutorService scheduler;",
                "@Scheduled(fixedDelay = 1)",
                "@EnableScheduling",
                "final class Relay implements SmartLifecycle {",
                "final class Relay implements Runnable, Lifecycle {",
                "Thread.ofVirtual().name(\"relay\").start(this::run);",
                "Thread.ofPlatform()\n    .daemon()\n    .start(this::run);",
                "Thread.startVirtualThread(this::run);",
                "new Thread(this::run).start();"
            })
    void catchesWhatDoes(String source) {
        assertThat(Loops.in(source)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(\"fetch-\", 0).factory());",
                "rounds.every(\"retention\", EVERY, retention::applyAll);",
                "Observation.start(\"poll\", observations);"
            })
    void letsOtherCodePass(String source) {
        assertThat(Loops.in(source)).isEmpty();
    }
}
