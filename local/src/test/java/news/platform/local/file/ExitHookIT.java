package news.platform.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** In a process of its own that is ended as Ctrl-C ends it. */
class ExitHookIT {
    @Test
    void takesATemporaryFolderAlongWhenTheProcessIsInterrupted() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            Path folder = Path.of(output.readLine());
            assertThat(folder).isNotEmptyDirectory();

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            process.waitFor();
            assertThat(folder).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Makes a folder, says where, and waits. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            TemporaryFolder folder = TemporaryFolder.create("news-test");
            Files.writeString(folder.path().resolve("article.json"), "{}");
            System.out.println(folder.path());
            new CountDownLatch(1).await();
        }
    }
}
