package news.platform.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.local.file.Home;
import news.platform.local.process.Programs;

/** The machine and the commit that results belong to. */
public final class Machine {
    private Machine() {}

    /** By name, in the order in which they are shown. */
    public static Map<String, String> facts(Home home) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("commit", commit(home));
        facts.put(
                "processor",
                first("/proc/cpuinfo", "model name") + " × "
                        + Runtime.getRuntime().availableProcessors());
        facts.put("memory", first("/proc/meminfo", "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("JDK", Runtime.version().toString());
        return facts;
    }

    /** The same as the first lines of a report. */
    public static String lines(Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static String commit(Home home) {
        String git = home.root().toString();
        String commit = Programs.run(List.of("git", "-C", git, "rev-parse", "--short", "HEAD"))
                .strip();
        String changes =
                Programs.run(List.of("git", "-C", git, "status", "--porcelain", "--", "*.java", "*.proto", "*.xml"));
        return commit + (changes.isBlank() ? "" : " with changes");
    }

    private static String first(String file, String field) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
