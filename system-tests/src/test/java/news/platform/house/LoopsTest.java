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
            // below platform-work: that stands on platform-persistence, which stands on the servers' half of the
            // policies. So
            // its one executor, which looks at one file each second, would make a circle of modules
            "platform/policy/.*/PolicyFile",
            // as long as a connection, and no longer
            "platform/persistence/.*/WatchedSocket",
            // once
            "platform/grpc-server/.*/RulesWarmUp",
            "gateway/.*/hot/HotCache",
            // as long as its clients
            "gateway/.*/stream/.*",
            "platform/grpc-server/.*/stream/Fanout",
            // starts and stops containers, whose loops are the library's; a round sees to those of groups
            "platform/messaging/.*/group/EventConsumers",
            "platform/messaging/.*/signal/BatchConsumers",
            // a feed keeps its connection while the broker is away and is told first when it is back, where a round
            // would still
            // pause; and its poll would hold a carrier of virtual threads for as long as it waits
            "platform/messaging/.*/replica/ReplicaFeeds?",
            // once, for all that has committed meanwhile
            "platform/messaging/.*/Wakeup");

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
