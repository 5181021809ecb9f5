package news.platform.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter promises. */
abstract class BlobStoreContract {
    @TempDir
    Path files;

    private final String name = UUID.randomUUID() + "/whole";

    /** Another view of the same store, as another replica has it. */
    abstract BlobStore store();

    @Test
    void givesBackWhatWasPut() throws Exception {
        byte[] bytes = random(300_000);

        store().put(name, file(bytes));

        assertThat(store().size(name)).contains(300_000L);
        assertThat(read(name, 0, 300_000)).isEqualTo(bytes);
    }

    @Test
    void readsAnyPart() throws Exception {
        byte[] bytes = random(10_000);
        store().put(name, file(bytes));

        assertThat(read(name, 0, 1)).isEqualTo(Arrays.copyOfRange(bytes, 0, 1));
        assertThat(read(name, 9_999, 1)).isEqualTo(Arrays.copyOfRange(bytes, 9_999, 10_000));
        assertThat(read(name, 4_000, 5_000)).isEqualTo(Arrays.copyOfRange(bytes, 4_000, 9_000));
    }

    @Test
    void knowsNothingOfOtherNames() throws Exception {
        store().put(name, file(random(10)));

        assertThat(store().size(name + "x")).isEmpty();
        assertThat(store().copy(UUID.randomUUID().toString(), 0, 1, OutputStream.nullOutputStream()))
                .isFalse();
    }

    @Test
    void forgetsWhatIsDeletedHoweverOften() throws Exception {
        store().put(name, file(random(10)));

        store().delete(name);
        store().delete(name);

        assertThat(store().size(name)).isEmpty();
        assertThat(store().copy(name, 0, 1, OutputStream.nullOutputStream())).isFalse();
    }

    @Test
    void deletesOneOfManyOnly() throws Exception {
        var other = name.replace("whole", "320");
        store().put(name, file(random(10)));
        store().put(other, file(random(20)));

        store().delete(name);

        assertThat(store().size(other)).contains(20L);
    }

    @Test
    void doesNotTouchTheFileThatWasPut() throws Exception {
        var file = file(random(10));

        store().put(name, file);

        assertThat(file).exists();
    }

    @Test
    void keepsNothingOfAFileThatCannotBeRead() {
        assertThatThrownBy(() -> store().put(name, files.resolve("nothing"))).isInstanceOf(Exception.class);

        assertThat(size(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "../a", "a/../b", "a//b", "a.b", "a b", "a\\b", "图", "a/b/c/d/e/f/g/h/i"})
    void takesNoOtherNames(String wrong) {
        assertThatThrownBy(() -> store().put(wrong, file(random(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().copy(wrong, 0, 1, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().size(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Long> size(String of) {
        try {
            return store().size(of);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] read(String of, long from, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(store().copy(of, from, length, out)).isTrue();
        return out.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(files.resolve(UUID.randomUUID().toString()), bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
