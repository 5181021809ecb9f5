package news.platform.test.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the stores of a run are.
 *
 * @param pid the process that holds them
 * @param postgresPort on the loopback address
 * @param bootstrapServers of the broker
 */
record Stores(long pid, int postgresPort, String bootstrapServers) {
    private static final String FILE = "stores.properties";

    /** Those of the run that this JVM belongs to. */
    static Stores shared() {
        return Shared.STORES;
    }

    /** What was written there last; empty before the first time. */
    static Optional<Stores> read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Stores(
                Long.parseLong(properties.getProperty("pid")),
                Integer.parseInt(properties.getProperty("postgres")),
                properties.getProperty("kafka")));
    }

    /** Writes it for all who join, whole or not at all. */
    void write(Path folder) throws IOException {
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("postgres", Integer.toString(postgresPort));
        properties.setProperty("kafka", bootstrapServers);
        var next = folder.resolve(FILE + ".next");
        try (var writer = Files.newBufferedWriter(next)) {
            properties.store(writer, null);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Joined by the JVM when first used. */
    private static final class Shared {
        static final Stores STORES = TestRun.current().stores();
    }
}
