package news.platform.local.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final JsonMapper json = new JsonMapper();

    public ImportPrices(Edge edge, String password, Path file, Progress progress) {
        this.desk = new Desk(edge, password, List.of("admin"));
        this.file = file;
        this.progress = progress;
        this.refusals = new Refusals(file);
    }

    /** Imports the file and prints the totals. */
    public void run() {
        var instruments = read();
        int done = 0;
        int days = 0;
        String last = "";
        for (var instrument : instruments.entrySet()) {
            var lines = instrument.getValue().values();
            if (bring(instrument.getKey(), lines)) {
                days += lines.size();
                last = instrument.getKey();
                if (++done % SHOWN_EVERY == 0) {
                    progress.line(done + " of " + instruments.size() + " instruments");
                }
            }
        }
        refusals.print(progress);
        if (done == 0) {
            throw new Complaint("Nothing of " + file + " was taken (expected: lines of " + PriceLine.COLUMNS
                    + " below a line with these names).");
        }
        progress.line(done + " instruments with " + days + " days, " + refusals.count() + " lines refused: GET "
                + INSTRUMENTS + last + "/candles");
    }

    /** By symbol the days, by their dates. */
    private Map<String, Map<LocalDate, PriceLine>> read() {
        var instruments = new TreeMap<String, Map<LocalDate, PriceLine>>();
        try (var lines = Files.newBufferedReader(file)) {
            var head = lines.readLine();
            var names = head == null ? List.<String>of() : List.of(head.strip().split(","));
            if (!names.containsAll(PriceLine.COLUMNS)) {
                return instruments;
            }
            int number = 1;
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    add(text, names, number, instruments);
                }
            }
        } catch (IOException e) {
            throw new Complaint("Cannot read " + file + ": " + e, e);
        }
        return instruments;
    }

    private void add(String text, List<String> names, int number, Map<String, Map<LocalDate, PriceLine>> instruments) {
        var values = text.split(",", -1);
        var columns = new HashMap<String, String>();
        for (int at = 0; at < Math.min(values.length, names.size()); at++) {
            columns.put(names.get(at), values[at]);
        }
        try {
            var line = PriceLine.of(columns, number);
            var before = instruments
                    .computeIfAbsent(line.symbol(), _ -> new TreeMap<>())
                    .putIfAbsent(line.date(), line);
            if (before != null) {
                refusals.add(number, "the same instrument on the same day as in line " + before.number());
            }
        } catch (Complaint e) {
            refusals.add(number, e.getMessage());
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
        return put(INSTRUMENTS + symbol + "/history", history, first) && put(INSTRUMENTS + symbol, instrument, first);
    }

    private boolean put(String path, Map<String, ?> body, int line) {
        var reply = desk.send("PUT", path, json.writeValueAsString(body));
        if (!reply.ok()) {
            refusals.add(line, "and those of the same instrument: " + reply.problem());
        }
        return reply.ok();
    }
}
