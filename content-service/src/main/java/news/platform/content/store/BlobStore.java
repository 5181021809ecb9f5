package news.platform.content.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps files under names. A name is written once: what is read under it is either all of one file or nothing. Names are one
 * to eight parts of letters, digits and hyphens between slashes, 200 characters at most. Thread-safe.
 */
public interface BlobStore {
    /** Keeps the file's bytes under the name; once this returns they outlive the process. */
    void put(String name, Path file) throws IOException;

    /**
     * Writes some of what is under the name; false, and nothing is written, where there is nothing.
     *
     * @param from the first byte, 0 at least, within the file
     * @param length how many, 1 at least, within the file
     */
    boolean copy(String name, long from, long length, OutputStream to) throws IOException;

    /** How many bytes are under the name; empty where there is nothing. */
    Optional<Long> size(String name) throws IOException;

    /** Forgets what is under the name, if there is something. */
    void delete(String name) throws IOException;
}
