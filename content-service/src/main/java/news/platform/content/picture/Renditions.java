package news.platform.content.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A clean picture as files, gone when it is closed.
 *
 * @param format in which all are written
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param whole the file of the whole
 * @param narrower the others by their width, each less than that of the whole
 * @param folder that they are in
 */
public record Renditions(
        Format format, int width, int height, Path whole, SortedMap<Integer, Path> narrower, Path folder)
        implements AutoCloseable {
    public Renditions {
        narrower = new TreeMap<>(narrower);
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
