package news.platform.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {
    @TempDir
    Path folder;

    @Override
    BlobStore store() {
        return new FileBlobStore(folder);
    }

    @Test
    void leavesNoFolderBehind() throws Exception {
        store().put("a/b", Files.writeString(files.resolve("x"), "x"));

        store().delete("a/b");

        assertThat(folder).isEmptyDirectory();
    }
}
