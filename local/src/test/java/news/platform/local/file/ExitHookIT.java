package news.platform.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a process of its own, which is ended by SIGTERM: what Ctrl-C sends is ignored below a shell's background job. */
class ExitHookIT {
    @Test
    void takesATemporaryFolderAlongWhenTheProcessIsEnded() throws Exception {
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

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
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
