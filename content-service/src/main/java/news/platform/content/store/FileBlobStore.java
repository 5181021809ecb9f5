package news.platform.content.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** In a folder. A file is written beside its place, brought to the disk and then renamed, so nobody ever sees half of one. */
final class FileBlobStore implements BlobStore {
    private final Path folder;

    FileBlobStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public void put(String name, Path file) throws IOException {
        var place = place(name);
        var parent = Objects.requireNonNull(place.getParent());
        Files.createDirectories(parent);
        var next = parent.resolve(UUID.randomUUID() + ".next");
        try {
            Files.copy(file, next);
            force(next, StandardOpenOption.WRITE);
            Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
            force(parent, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    @Override
    public boolean copy(String name, long from, long length, OutputStream to) throws IOException {
        try (var channel = FileChannel.open(place(name), StandardOpenOption.READ)) {
            channel.transferTo(from, length, Channels.newChannel(to));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public Optional<Long> size(String name) throws IOException {
        try {
            return Optional.of(Files.size(place(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        var place = place(name);
        Files.deleteIfExists(place);
        deleteIfEmpty(Objects.requireNonNull(place.getParent()));
    }

    private Path place(String name) {
        return folder.resolve(BlobName.checked(name));
    }

    private void deleteIfEmpty(Path parent) throws IOException {
        if (parent.equals(folder) || !Files.isDirectory(parent)) {
            return;
        }
        try (var left = Files.list(parent)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.deleteIfExists(parent);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
