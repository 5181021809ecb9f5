package news.platform.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written down of a process, so that a later launcher recognises it: a number alone could meanwhile be a
 * stranger's, so start time and command line must agree too.
 */
record RunFile(String name, int rank, long pid, long startMillis, String mark, String stopSignal) {
    private static final long CLOCK_STEP_MILLIS = 1500;

    static RunFile of(Part part, Process process) {
        return new RunFile(
                part.name(),
                part.rank(),
                process.pid(),
                startMillis(process.toHandle()),
                part.mark(),
                part.stopSignal());
    }

    static Stream<RunFile> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid")).flatMap(RunFile::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<RunFile> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String name = file.getFileName().toString().replace(".pid", "");
            if (lines.size() < 5) {
                return Stream.empty();
            }
            return Stream.of(new RunFile(
                    name,
                    Integer.parseInt(lines.get(0)),
                    Long.parseLong(lines.get(1)),
                    Long.parseLong(lines.get(2)),
                    lines.get(3),
                    lines.get(4)));
        } catch (IOException | NumberFormatException _) {
            return Stream.empty();
        }
    }

    void write(Path folder) {
        try {
            Files.writeString(
                    file(folder), String.join("\n", "" + rank, "" + pid, "" + startMillis, mark, stopSignal, ""));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    void delete(Path folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, where it still runs and is still the one that was meant. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startMillis(handle) - startMillis) < CLOCK_STEP_MILLIS)
                .filter(handle -> CommandLine.of(handle).contains(mark));
    }

    private Path file(Path folder) {
        return folder.resolve(name + ".pid");
    }

    private static long startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }
}
