package news.platform.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatItMade() {
        String first = new Secrets(folder.resolve("secrets")).password("demo");

        String again = new Secrets(folder.resolve("secrets")).password("demo");

        assertThat(again).isEqualTo(first).hasSize(16);
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        new Secrets(folder.resolve("secrets")).key("page-token-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesKeysOf32Bytes() {
        Secrets secrets = new Secrets(folder.resolve("secrets"));

        assertThat(secrets.key("a")).matches("[0-9a-f]{64}").isNotEqualTo(secrets.key("b"));
        assertThat(Base64.getDecoder().decode(secrets.base64("c"))).hasSize(32);
    }
}
