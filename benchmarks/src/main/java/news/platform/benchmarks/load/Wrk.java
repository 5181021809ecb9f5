package news.platform.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;
import news.platform.local.process.Programs;

/** The closed loop: wrk with one thread and 64 connections, each of which asks again as soon as it is answered. */
public final class Wrk {
    private static final int CONNECTIONS = 64;

    /** Asks the entries in turns; those that never change are encoded once. */
    private static final String MIX = """
            local n = %d
            local entries = {
            %s}
            local fixed = {}
            local at = 0
            init = function()
              for i, entry in ipairs(entries) do
                if not entry.changing then fixed[i] = wrk.format("GET", entry.path, entry.headers) end
              end
            end
            request = function()
              at = at %% #entries + 1
              if fixed[at] then return fixed[at] end
              n = n + 1
              local path = entries[at].path:gsub("#", tostring(n))
              return wrk.format("GET", path, entries[at].headers)
            end
            """;

    private static final String LATENCIES = """
            done = function(summary, latency, requests)
              for i = 1, #latency do
                local micros, count = latency(i)
                io.write(string.format("latency %d %d\\n", micros, count))
              end
            end
            """;

    /** Posts these bodies in turns. */
    private static final String POSTS = """
            local bodies = {
            %s}
            local posts = {}
            local at = 0
            init = function()
              for i, body in ipairs(bodies) do
                posts[i] = wrk.format("POST", "%s", { ["Content-Type"] = "application/json" }, body)
              end
            end
            request = function()
              at = at %% #posts + 1
              return posts[at]
            end
            """;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final Path folder;

    private Wrk(Path folder) {
        this.folder = folder;
    }

    /** Puts the scripts that it makes into the folder. Complains where wrk is not installed. */
    public static Wrk in(Path folder) {
        if (Programs.find("wrk").isEmpty()) {
            throw new Complaint("wrk is missing, which makes the load: install it (Debian: apt-get install wrk).");
        }
        return new Wrk(folder);
    }

    /** Loads the port for so long. */
    public Shot run(int port, Scenario scenario, int seconds) {
        if (scenario.changing()) {
            return run(port, List.of(scenario), seconds);
        }
        List<String> command = command(seconds);
        scenario.headers().forEach(header -> command.addAll(List.of("-H", header)));
        command.add("http://127.0.0.1:" + port + scenario.path());
        return parse(Programs.run(command));
    }

    /** Loads the port for so long with all of these in turns. */
    public Shot run(int port, List<Scenario> mix, int seconds) {
        return run(port, mix, CONNECTIONS, seconds);
    }

    /** The same over so many connections. */
    public Shot run(int port, List<Scenario> mix, int connections, int seconds) {
        List<String> command = command(connections, seconds);
        long first = RequestBytes.LOWEST_NUMBER + System.currentTimeMillis() % 800_000 * 1000;
        command.addAll(List.of("-s", file("mix.lua", script(mix, first)), "http://127.0.0.1:" + port));
        return parse(Programs.run(command));
    }

    /** Posts these JSON bodies in turns for so long. */
    public Shot post(int port, String path, List<String> bodies, int seconds) {
        String lines = bodies.stream().map(body -> "  " + quoted(body) + ",\n").collect(Collectors.joining());
        List<String> command = command(seconds);
        String script = file("posts.lua", POSTS.formatted(lines, path));
        command.addAll(List.of("-s", script, "http://127.0.0.1:" + port));
        return parse(Programs.run(command));
    }

    /** Loads the port for so long with a request that does not change, and keeps all latencies. */
    public Window window(int port, Scenario scenario, int seconds) {
        List<String> command = command(seconds);
        scenario.headers().forEach(header -> command.addAll(List.of("-H", header)));
        String url = "http://127.0.0.1:" + port + scenario.path();
        command.addAll(List.of("-s", file("latencies.lua", LATENCIES), url));
        String output = Programs.run(command);
        return new Window(parse(output), Histogram.parse(output));
    }

    private static List<String> command(int seconds) {
        return command(CONNECTIONS, seconds);
    }

    private static List<String> command(int connections, int seconds) {
        return new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"));
    }

    static String script(List<Scenario> mix, long firstNumber) {
        StringBuilder entries = new StringBuilder();
        for (Scenario scenario : mix) {
            String headers = scenario.headers().stream()
                    .map(header -> header.split(":\\s*", 2))
                    .map(header -> "[" + quoted(header[0]) + "] = " + quoted(header[1]))
                    .collect(Collectors.joining(", "));
            entries.append("  { path = ")
                    .append(quoted(scenario.path()))
                    .append(", headers = { ")
                    .append(headers)
                    .append(" }, changing = ")
                    .append(scenario.changing())
                    .append(" },\n");
        }
        return MIX.formatted(firstNumber, entries);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Shot parse(String output) {
        long failures = (long) first(BAD, output);
        Matcher socket = SOCKET.matcher(output);
        if (socket.find()) {
            for (int i = 1; i <= 4; i++) {
                failures += Long.parseLong(socket.group(i));
            }
        }
        if (!output.contains("Requests/sec")) {
            throw new Complaint("wrk did not run: " + output.strip());
        }
        return new Shot(
                first(RATE, output),
                (long) first(REQUESTS, output),
                millis(output, "50%"),
                millis(output, "99%"),
                failures);
    }

    private static double first(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static double millis(String output, String percentile) {
        Matcher matcher =
                Pattern.compile("\\s" + percentile + "\\s+([0-9.]+)(us|ms|s)").matcher(output);
        if (!matcher.find()) {
            return 0;
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }
}
