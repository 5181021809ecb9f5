package news.platform.local.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/** The files of the repository that name every service. Each edit adds one, and leaves all else as it stands. */
final class Checkout {
    static final String TABLE = "platform.json";
    static final String CHART_TABLE = "helm/news-platform/platform.json";
    static final String POM = "pom.xml";
    static final String README = "README.md";
    private static final String PROTOS = "contracts/src/main/protobuf/news/platform";

    private static final Pattern LAST_ROW = Pattern.compile("(?s)(.*\\n {4}})(\\n {2}]\\n}\\s*)");
    private static final Pattern LAST_MODULE =
            Pattern.compile("(?s)(.*\\n( *<module>)[a-z-]+-service</module>\\n)(.*)");
    private static final Pattern LAST_LINK = Pattern.compile("(?s)(.*\\[[a-z]+-service/]\\([a-z]+-service\\))( \\|.*)");
    private static final Pattern VERSION =
            Pattern.compile("(?s).*?<artifactId>platform-bom</artifactId>\\s*<version>([^<]+)</version>.*");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final String ROW = """
            ,
                {
                  "name": "%s",
                  "ordinal": %d,
                  "database": true,
                  "kafka": true,
                  "heapMegabytes": 192,
                  "compiler": "FULL"
                }""";

    private final Path root;

    Checkout(Path root) {
        this.root = root;
    }

    /** Complains where something of that name is there already. */
    void requireFree(ServiceName name) {
        if (table().find(name.word()).isPresent() || Files.exists(root.resolve(name.module()))) {
            throw new Complaint("There is a " + name.module() + " already (expected: a new name).");
        }
        roots().map(folder -> folder.resolve("news/platform").resolve(name.word()))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(taken -> {
                    throw new Complaint(name.word() + ": " + root.relativize(taken)
                            + " has that name (expected: a new one, because it names packages).");
                });
        String route = "\"/api/v1/" + name.plural();
        protos().filter(proto -> text(proto).lines().anyMatch(line -> line.matches(".*" + route + "[\"/:?{].*")))
                .findFirst()
                .ifPresent(proto -> {
                    throw new Complaint(name.word() + ": " + root.relativize(proto) + " has the route /api/v1/"
                            + name.plural() + " (expected: a new name, because it names the route).");
                });
    }

    /** The number that no service has. */
    int freeOrdinal() {
        List<Integer> taken = table().all().stream().map(ServiceEntry::ordinal).toList();
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** The table with a row more. */
    String table(ServiceName name, int ordinal) {
        MatchResult rows = matched(TABLE, LAST_ROW, "services that end with \"    }\" and \"  ]\"");
        return rows.group(1) + ROW.formatted(name.word(), ordinal) + rows.group(2);
    }

    /** The version of every module. */
    String version() {
        return matched(POM, VERSION, "the parent platform-bom with its version").group(1);
    }

    /** The root pom with a module more. */
    String pom(ServiceName name) {
        MatchResult modules = matched(POM, LAST_MODULE, "a line <module>…-service</module>");
        return modules.group(1) + modules.group(2) + name.module() + "</module>\n" + modules.group(3);
    }

    /** The README with a link more. */
    String readme(ServiceName name) {
        MatchResult links = matched(README, LAST_LINK, "links to services, [user-service/](user-service), in a table");
        return links.group(1) + ", [" + name.module() + "/](" + name.module() + ")" + links.group(2);
    }

    private MatchResult matched(String file, Pattern pattern, String expected) {
        var matcher = pattern.matcher(text(root.resolve(file)));
        if (!matcher.matches()) {
            throw new Complaint(file + " is not as it was (expected: " + expected + "): nothing is written.");
        }
        return matcher;
    }

    private Topology table() {
        try (InputStream in = Files.newInputStream(root.resolve(TABLE))) {
            return Topology.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wherever packages of modules begin. */
    private Stream<Path> roots() {
        return MODULE.matcher(text(root.resolve(POM))).results().flatMap(module -> Stream.of("main", "test")
                .flatMap(part -> Stream.of("java", "protobuf").map(kind -> root.resolve(module.group(1))
                        .resolve("src")
                        .resolve(part)
                        .resolve(kind))));
    }

    private Stream<Path> protos() {
        try (Stream<Path> files = Files.walk(root.resolve(PROTOS))) {
            return files.filter(file -> file.toString().endsWith(".proto")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
