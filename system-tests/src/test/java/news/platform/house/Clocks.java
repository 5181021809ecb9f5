package news.platform.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where tests assert by the clock on the wall. What they say then depends on who else uses the machine; calls, order, an
 * injected clock or a gate that is still closed say it as well, on any machine.
 */
final class Clocks {
    /** Awaitility's own: whoever waits for less asserts that something is fast. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Map<Pattern, String> MEASURING = Map.of(
            Pattern.compile("System\\.(nanoTime|currentTimeMillis)\\(\\)\\s*-"),
            "measures how long something took",
            Pattern.compile("Duration\\.between\\([^;]*?Instant\\.now\\(\\)\\)"),
            "measures how long something took",
            Pattern.compile("\\bassertTimeout"),
            "asserts that something is fast",
            Pattern.compile("Thread\\.sleep\\("),
            "sleeps");
    private static final Pattern PATIENT = Pattern.compile(
            "\\.atMost\\(\\s*(?:Duration\\.of(Millis|Seconds)\\((\\d+)\\)|(\\d+),\\s*(?:TimeUnit\\.)?(\\w+))");

    private Clocks() {}

    /** What is wrong with the source of a test. */
    static List<String> problems(String source) {
        var problems = new ArrayList<String>();
        MEASURING.forEach((pattern, what) -> pattern.matcher(source)
                .results()
                .forEach(found -> problems.add(found.group() + " " + what + " (expected: counts, order or a gate)")));
        PATIENT.matcher(source)
                .results()
                .filter(Clocks::isImpatient)
                .forEach(found -> problems.add(found.group() + " asserts that something is fast (expected: "
                        + PATIENCE.toSeconds() + " s or more)"));
        return problems;
    }

    private static boolean isImpatient(MatchResult found) {
        boolean isDuration = found.group(1) != null;
        long number = Long.parseLong(isDuration ? found.group(2) : found.group(3));
        String unit = isDuration ? found.group(1) : found.group(4);
        Duration limit = unit.equalsIgnoreCase("seconds")
                ? Duration.ofSeconds(number)
                : unit.equalsIgnoreCase("minutes") ? Duration.ofMinutes(number) : Duration.ofMillis(number);
        return limit.compareTo(PATIENCE) < 0;
    }
}
