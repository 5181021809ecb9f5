package news.platform.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The repository's files in another folder, where Maven takes the modules that are not built there from this build: their
 * jars lie in a repository of the copy's own, in front of the one that this build uses. Nothing is fetched.
 */
final class ScratchCopy {
    private static final Set<String> LEFT_OUT = Set.of(".git", ".news", ".m2", "target");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("(?s)</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private final Path original;
    private final Path root;
    private final Path repository;
    private final String version;

    private ScratchCopy(Path original, Path folder) throws IOException {
        this.original = original;
        this.root = folder.resolve("checkout");
        this.repository = folder.resolve("repository");
        this.version = found(VERSION, Files.readString(original.resolve("pom.xml")));
    }

    static ScratchCopy of(Path original, Path folder) throws IOException {
        var copy = new ScratchCopy(original, folder);
        copy.copyFiles();
        for (var module : MODULE.matcher(Files.readString(original.resolve("pom.xml")))
                .results()
                .toList()) {
            copy.install(module.group(1));
        }
        copy.install("");
        return copy;
    }

    Path root() {
        return root;
    }

    /** Where a module's jar is once it is built there. */
    Path jar(String module) {
        return root.resolve(module).resolve("target").resolve(artifact(module) + ".jar");
    }

    /** Runs Maven to its end. */
    void maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--offline",
                "--quiet",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + repositoriesOfThisBuild(),
                "-Dmaven.repo.local.tail.ignoreAvailability=true"));
        command.addAll(List.of(arguments));
        var log = root.resolveSibling("maven.log");
        int code = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
    }

    /** The gateway as this build made it, over the contracts and the table of the copy: no line of it is compiled anew. */
    void bringGateway() throws IOException {
        var gateway = jar("gateway");
        Files.createDirectories(gateway.getParent());
        Files.copy(original.resolve(root.relativize(gateway)), gateway);
        // Boot reads jars in jars as they are
        try (var zip = FileSystems.newFileSystem(gateway, Map.of("compressionMethod", "STORED"))) {
            for (var module : List.of("contracts", "platform/topology")) {
                var library = artifact(module) + "-" + version + ".jar";
                Files.copy(jar(module), zip.getPath("BOOT-INF/lib", library), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String artifact(String module) {
        return module.replace('/', '-');
    }

    private static String repositoriesOfThisBuild() {
        return Optional.ofNullable(System.getProperty("maven.repo.local.tail"))
                .map(tail -> System.getProperty("localRepository") + "," + tail)
                .orElse(System.getProperty("localRepository"));
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copied(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // where the checkout is a worktree, .git is a file
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    Files.copy(file, copied(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path copied(Path path) {
        return root.resolve(original.relativize(path));
    }

    /** What this build made of a module, its pom and whatever jars; of one that has none, the pom. */
    private void install(String module) throws IOException {
        var folder = original.resolve(module);
        var pom = Files.readString(folder.resolve("pom.xml"));
        var artifact = module.equals("platform-bom") ? module : found(ARTIFACT, pom);
        var place = Files.createDirectories(
                repository.resolve("news/platform").resolve(artifact).resolve(version));
        Files.writeString(place.resolve(artifact + "-" + version + ".pom"), pom);
        if (Files.isDirectory(folder.resolve("target"))) {
            try (var jars = Files.newDirectoryStream(folder.resolve("target"), artifact + "{,-*}.jar")) {
                for (var jar : jars) {
                    var classifier = jar.getFileName().toString().substring(artifact.length());
                    Files.copy(jar, place.resolve(artifact + "-" + version + classifier));
                }
            }
        }
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
