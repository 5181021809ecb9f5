package news.platform.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import news.platform.local.file.Trees;
import news.platform.topology.ServiceEntry;

/**
 * A service's jar taken apart into its own classes and its libraries, which starts faster than the whole and is what an
 * AOT cache needs; and that cache. Both are made once a build.
 */
final class UnpackedJar {
    private final Home home;
    private final String java;
    private final Path source;
    private final Path folder;

    UnpackedJar(Home home, String java, ServiceEntry entry) {
        this.home = home;
        this.java = java;
        this.source = home.root().resolve(entry.module()).resolve("target").resolve(entry.module() + ".jar");
        this.folder = home.service(entry.name());
    }

    /** What {@code java -jar} takes. */
    Path jar() {
        return app().resolve(source.getFileName());
    }

    /** What {@code java -cp} takes behind the class path. */
    String mainClass() {
        try (JarFile file = new JarFile(jar().toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the AOT cache is, where there is one. */
    Path cache() {
        return folder.resolve("app.aot");
    }

    boolean hasCache() {
        return Files.exists(cache());
    }

    /** True when this build has neither been trained nor tried in vain. */
    boolean wantsTraining() {
        return !hasCache() && !Files.exists(untrainable());
    }

    void giveUpTraining() {
        write(untrainable(), "the JVM made no cache");
    }

    /** Unpacks the jar unless this very one is unpacked already. */
    void unpack() {
        if (!Files.exists(source)) {
            throw new Complaint("There is no " + home.root().relativize(source) + ": run ./news build.");
        }
        if (stamp().equals(read(stampFile()))) {
            return;
        }
        Trees.delete(folder);
        run(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                source.toString(),
                "extract",
                "--destination",
                app().toString()));
        write(stampFile(), stamp());
    }

    private Path app() {
        return folder.resolve("app");
    }

    private Path stampFile() {
        return folder.resolve("stamp");
    }

    private Path untrainable() {
        return folder.resolve("untrainable");
    }

    /** What is in it: builds date every jar alike, and one may be as long as the one before. */
    private String stamp() {
        try (ZipFile jar = new ZipFile(source.toFile())) {
            CRC32 sum = new CRC32();
            jar.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return jar.size() + " " + sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("extract.log");
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new Complaint("Cannot unpack " + source + ": see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
