package news.platform.local.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./news import --prices}: has the demo administrator bring the days of each instrument of a file, then list it where it is not
 * listed yet, on the exchange whose prices are made up, so that these are made of its days. A second import changes nothing.
 */
public final class ImportPrices {
    private static final String INSTRUMENTS = "/api/v1/instruments/";
    private static final int SHOWN_EVERY = 20;

    private final Desk desk;
    private final Path file;
    private final Progress progress;
    private final Refusals refusals;
    private final Clock clock = Clock.systemUTC();
    private final JsonMapper json = new JsonMapper();
    private int done;
    private int days;
    private String last = "";

    public ImportPrices(Edge edge, String password, Path file, Progress progress) {
        this.desk = new Desk(edge, password, List.of("admin"));
        this.file = file;
        this.progress = progress;
        this.refusals = new Refusals(file);
    }

    /** Imports the file and prints the totals. */
    public void run() {
        try {
            bring(read());
        } finally {
            refusals.print(progress);
        }
        if (done == 0) {
            throw new Complaint("Nothing of " + file + " was taken (expected: lines of " + PriceLine.COLUMNS
                    + " below a line with these names).");
        }
        progress.line(done + " instruments with " + days + " days, " + refusals.count() + " lines refused: GET "
                + INSTRUMENTS + last + "/candles");
    }

    private void bring(Map<String, Map<LocalDate, PriceLine>> instruments) {
        instruments.forEach((symbol, lines) -> {
            if (bring(symbol, lines.values())) {
                days += lines.size();
                last = symbol;
                if (++done % SHOWN_EVERY == 0) {
                    progress.line(done + " of " + instruments.size() + " instruments");
                }
            }
        });
    }

    /** By symbol the days, by their dates. */
    private Map<String, Map<LocalDate, PriceLine>> read() {
        var instruments = new TreeMap<String, Map<LocalDate, PriceLine>>();
        var names = new ArrayList<String>();
        new TextFile(file, refusals).each((text, number) -> {
            if (names.isEmpty()) {
                names.addAll(header(number == 1 ? text : ""));
            } else {
                refusals.unlessRefused(number, () -> line(text, names, number))
                        .ifPresent(line -> add(line, instruments));
            }
        });
        if (names.isEmpty()) {
            header("");
        }
        return instruments;
    }

    private List<String> header(String text) {
        var names = Stream.of(text.split(",", -1)).map(String::strip).toList();
        var missing = new ArrayList<>(PriceLine.COLUMNS);
        missing.removeAll(names);
        var unknown = new LinkedHashSet<>(names);
        unknown.removeAll(PriceLine.COLUMNS);
        unknown.remove("");
        var twice = names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!missing.isEmpty() || !twice.isEmpty()) {
            throw new Complaint(
                    "Nothing of " + file + " was taken, because of its first line:" + columns(" missing", missing)
                            + columns(" twice", twice) + columns(" unknown", unknown) + " (expected: "
                            + String.join(",", PriceLine.COLUMNS) + ").");
        }
        if (!unknown.isEmpty()) {
            progress.line("left out" + columns(" columns", unknown));
        }
        return names;
    }

    private static String columns(String what, Collection<String> names) {
        return names.isEmpty() ? "" : what + " " + Refusals.cut(names.toString());
    }

    private PriceLine line(String text, List<String> names, int number) {
        var values = text.split(",", -1);
        if (values.length > names.size()) {
            throw new Complaint(values.length + " values (expected: " + names.size() + ", as in the first line)");
        }
        var columns = new HashMap<String, String>();
        for (int at = 0; at < values.length; at++) {
            columns.put(names.get(at), values[at]);
        }
        return PriceLine.of(columns, number, LocalDate.now(clock));
    }

    private void add(PriceLine line, Map<String, Map<LocalDate, PriceLine>> instruments) {
        var before =
                instruments.computeIfAbsent(line.symbol(), _ -> new TreeMap<>()).putIfAbsent(line.date(), line);
        if (before != null) {
            refusals.add(line.number(), "the same instrument on the same day as in line " + before.number());
        }
    }

    /** The days come first: what is listed with days is told with them, and nothing has to be made up. */
    private boolean bring(String symbol, Collection<PriceLine> lines) {
        int decimals = lines.stream().mapToInt(PriceLine::decimals).max().orElse(0);
        int first = lines.iterator().next().number();
        var history = Map.of("days", lines.stream().map(PriceLine::body).toList());
        var instrument = Map.of(
                "name", symbol,
                "exchange", "DEMO",
                "kind", "INSTRUMENT_KIND_SHARE",
                "currencyCode", "USD",
                "decimals", decimals);
        return put("thirdparty", INSTRUMENTS + symbol + "/history", history, first)
                && put("market", INSTRUMENTS + symbol, instrument, first);
    }

    private boolean put(String service, String path, Map<String, ?> body, int line) {
        var reply = desk.send(service, "PUT", path, json.writeValueAsString(body));
        if (!reply.ok()) {
            refusals.add(line, "and those of the same instrument: " + reply.problem());
        }
        return reply.ok();
    }
}
