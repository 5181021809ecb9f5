package news.platform.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPlatformTest {
    private static final Map<String, Integer> RUNNING =
            new TreeMap<>(Map.of("calendar", 1, "gateway", 2, "mall", 3, "postgres", 4));
    private static final List<String> AS_IT_WAS = List.of("stop gateway", "start gateway");

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String broken = "";
    private Control control;
    private RunningPlatform platform;

    @BeforeEach
    void open() {
        Home home = new Home(folder);
        control = Control.open(home, (words, out) -> {
            if (words.equals(List.of("processes"))) {
                RUNNING.forEach((part, process) -> out.println(part + " " + process));
                return;
            }
            asked.add(String.join(" ", words));
            if (words.contains(broken)) {
                throw new Complaint(broken + " does not start.");
            }
        });
        platform = new RunningPlatform(home, new Assembly(home, Listening.LOCAL, Map.of()));
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void putsAChangedGatewayBack() {
        platform.restartGateway(Map.of("limit", "1"));
        asked.clear();

        platform.putBack();

        assertThat(asked).isEqualTo(AS_IT_WAS);
    }

    @Test
    void putsAStoppedGatewayBack() {
        platform.stopGateway();
        asked.clear();

        platform.putBack();

        assertThat(asked).isEqualTo(AS_IT_WAS);
    }

    @Test
    void leavesAGatewayAloneThatIsAsItWas() {
        platform.restartGateway(Map.of("limit", "1"));
        platform.restartGateway(Map.of());
        asked.clear();

        platform.putBack();

        assertThat(asked).isEmpty();
    }

    @Test
    void startsWhatWasKilledAndNotStartedAgain() {
        platform.kill("kafka");
        platform.start("kafka");
        platform.kill("postgres");
        asked.clear();

        platform.putBack();

        assertThat(asked).containsExactly("start postgres");
    }

    @Test
    void putsAServiceBackThatWasToldOtherwiseAndKilled() {
        platform.restart("mall", Map.of("wait", "1"));
        platform.kill("mall");
        asked.clear();

        platform.putBack();

        assertThat(asked).containsExactly("stop mall", "start mall");
    }

    @Test
    void changesNothingAnyMoreAfterwards() {
        platform.putBack();

        assertThatThrownBy(() -> platform.restartGateway(Map.of("limit", "1"))).isInstanceOf(Complaint.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void deploysWhatRunsAndPutsItBack() {
        try (var _ = Deployment.begin(platform)) {
            platform.restartGateway(Map.of());

            assertThat(asked)
                    .containsExactly(
                            "stop calendar",
                            "start calendar --as-deployed",
                            "stop mall",
                            "start mall --as-deployed",
                            "stop gateway",
                            "start gateway --as-deployed");
            asked.clear();
        }

        assertThat(asked)
                .containsExactly(
                        "stop calendar", "start calendar", "stop mall", "start mall", "stop gateway", "start gateway");
    }

    @Test
    void putsEverythingBackThoughAServiceCannotBeDeployed() {
        broken = "calendar";

        assertThatThrownBy(() -> Deployment.begin(platform))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("calendar");

        assertThat(asked).endsWith("stop mall", "start mall", "stop gateway", "start gateway");
    }

    @Test
    void putsEverythingBackThatAnInterruptFindsDeployed() {
        Deployment.begin(platform);
        broken = "calendar";
        asked.clear();

        assertThatThrownBy(() -> platform.putBack()).isInstanceOf(Complaint.class);

        assertThat(asked).contains("start calendar", "start mall");
    }
}
