package news.platform.test.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * What shares one PostgreSQL and one broker: all modules that one Maven process tests, that being the JVM above those that
 * Surefire starts; without Surefire, as in an IDE, this JVM alone. The stores end when their run has.
 *
 * @param owner the process that is the run
 */
record TestRun(ProcessHandle owner) {
    /** Set for Surefire's JVMs, in the root pom. */
    private static final String BY_MAVEN = "news.test.by-maven";

    static TestRun current() {
        ProcessHandle self = ProcessHandle.current();
        if (!Boolean.getBoolean(BY_MAVEN)) {
            return new TestRun(self);
        }
        var above = self.parent();
        while (above.isPresent() && !isJava(above.get())) {
            above = above.get().parent();
        }
        return new TestRun(above.orElse(self));
    }

    /** The stores of the run; whoever asks first starts them, the others wait for that. */
    Stores stores() {
        Path folder = folder();
        try (var channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var known = Stores.read(folder).filter(Stores::alive);
            return known.isPresent() ? known.get() : StoresProcess.launch(owner, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the stores of the tests cannot be had, see " + folder, e);
        }
    }

    /** Where the run's stores are and say where they are, for nobody else's eyes; gone with the run. */
    Path folder() {
        long started = owner.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "news-tests-" + owner.pid() + "-" + started);
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }
}
