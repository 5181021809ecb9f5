package news.platform.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    @Test
    void goesWithAllThatIsInIt() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create("news-test")) {
            path = folder.path();
            Path inner = Files.createDirectories(path.resolve("files"));
            Files.writeString(inner.resolve("article.json"), "{}");

            assertThat(path).isNotEmptyDirectory();
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void doesNotMindThatItIsGone() {
        try (TemporaryFolder folder = TemporaryFolder.create("news-test")) {
            Trees.delete(folder.path());
        }
    }
}
