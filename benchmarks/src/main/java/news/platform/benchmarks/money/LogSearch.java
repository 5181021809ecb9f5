package news.platform.benchmarks.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What no log, event or trace may have: secrets, keys, tokens, numbers like those of cards; and no log events and jobs that were given
 * up.
 */
final class LogSearch {
    private static final int SHORTEST_SECRET = 12;
    private static final Pattern CARD = Pattern.compile(
            "(?<![\\w.-])(?:4\\d{3}|5[1-5]\\d\\d|2[2-7]\\d\\d|6011|65\\d\\d|62\\d\\d|3[47]\\d\\d)(?:[ -]?\\d){11,12}(?![\\w.-])");
    /** Trace ids and span ids are digits by chance. */
    private static final Pattern TRACE = Pattern.compile("\"(?:id|traceId|spanId)\":\"[0-9a-f]{16,32}\"");

    private static final Map<String, Pattern> NEVER = Map.of(
            "an access token", Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\."),
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
            "a dead letter", Pattern.compile("is a dead letter"),
            "something given up", Pattern.compile("parked after \\d+ attempts"));

    private final Collection<String> secrets;
    private final SortedMap<String, Integer> findings = new TreeMap<>();
    private long lines;

    LogSearch(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** Reads a log, where there is one. */
    void read(Path log) {
        read(log.getFileName().toString(), log);
    }

    /** Reads a file, where there is one, of whatever kind: text in it is text. */
    void read(String name, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        // whatever else is in it
        try (var all = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (var line = all.readLine(); line != null; line = all.readLine()) {
                read(name, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line of what has this name. */
    void read(String log, String line) {
        lines++;
        if (secrets.stream().anyMatch(line::contains)) {
            found(log, "a secret");
        }
        NEVER.forEach((what, pattern) -> {
            if (pattern.matcher(line).find()) {
                found(log, what);
            }
        });
        if (CARD.matcher(TRACE.matcher(line).replaceAll("")).results().anyMatch(card -> isCard(card.group()))) {
            found(log, "a number like that of a card");
        }
    }

    private void found(String log, String what) {
        findings.merge(log + " has " + what, 1, Integer::sum);
    }

    /** By Luhn. */
    private static boolean isCard(String text) {
        int sum = 0;
        int place = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Character.isDigit(text.charAt(i))) {
                int digit = (text.charAt(i) - '0') * (1 + place++ % 2);
                sum += digit > 9 ? digit - 9 : digit;
            }
        }
        return sum % 10 == 0;
    }

    /** How many lines have what. */
    SortedMap<String, Integer> findings() {
        return findings;
    }

    /** How many were read. */
    long lines() {
        return lines;
    }
}
