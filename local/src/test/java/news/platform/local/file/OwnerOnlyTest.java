package news.platform.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @TempDir
    private Path folder;

    @Test
    void makesFoldersThatOthersCannotEnter() throws IOException {
        assertThat(permissions(OwnerOnly.folder(folder.resolve("state").resolve("logs"))))
                .isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("state"))).isEqualTo("rwx------");
    }

    @Test
    void closesAFolderThatWasOpen() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnly.folder(open);

        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void makesFilesThatOthersCannotRead() throws IOException {
        Path open = Files.writeString(folder.resolve("log"), "old");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        OwnerOnly.file(open);

        assertThat(permissions(open)).isEqualTo("rw-------");
        assertThat(open).isEmptyFile();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
