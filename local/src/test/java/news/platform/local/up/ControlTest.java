package news.platform.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    private Path folder;

    @Test
    void carriesWordsThereAndLinesBack() {
        Home home = new Home(folder);

        try (Control _ = Control.open(home, (words, out) -> words.forEach(out::println))) {
            assertThat(Control.ask(home, "start", "content")).contains(List.of("start", "content"));
        }
    }

    @Test
    void bringsAComplaintToWhoAsked() {
        Home home = new Home(folder);

        try (Control _ = Control.open(home, (_, _) -> {
            throw new Complaint("content does not run.");
        })) {
            assertThatThrownBy(() -> Control.ask(home, "kill", "content"))
                    .isInstanceOf(Complaint.class)
                    .hasMessage("content does not run.");
        }
    }

    @Test
    void findsNobodyWhenNoLauncherRuns() {
        assertThat(Control.ask(new Home(folder), "status")).isEmpty();
    }

    @Test
    void letsOneLauncherRunAtATime() {
        Home home = new Home(folder);

        try (Lock _ = Lock.take(home).orElseThrow()) {
            assertThat(Lock.take(home)).isEmpty();
        }
        assertThat(Lock.take(home)).isPresent();
    }
}
