package news.platform.benchmarks.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.process.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader who looks at some quotes all the time. */
final class Ticker implements AutoCloseable {
    private static final String DATA = "data: ";
    private static final BigDecimal A_HUNDRED = new BigDecimal(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final List<String> symbols;
    private final Map<String, List<Shown>> shown = new TreeMap<>();

    private record Shown(long nanoTime, BigDecimal price) {}

    /**
     * How a price moved.
     *
     * @param percent the most that it had moved either way, within the time that was asked for
     * @param seconds until half of that was shown
     */
    record Jump(String symbol, BigDecimal before, BigDecimal after, double percent, double seconds) {}

    /** Begins to look. */
    Ticker(int port, List<String> symbols) {
        this.symbols = symbols;
        String query = symbols.stream().map(symbol -> "symbols=" + symbol).collect(Collectors.joining("&"));
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/quotes:stream?" + query);
        Thread.ofVirtual().start(() -> listen(uri));
    }

    private void listen(URI uri) {
        try (Stream<String> lines = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines())
                .body()) {
            lines.filter(line -> line.startsWith(DATA))
                    .forEach(line -> show(json.readTree(line.substring(DATA.length()))));
        } catch (IOException | UncheckedIOException _) {
            // the drill is over
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show(JsonNode event) {
        for (JsonNode quote : event.path("quotes")) {
            String last = quote.path("last").asString("");
            if (!last.isEmpty()) {
                shown.computeIfAbsent(quote.path("symbol").asString(), _ -> new ArrayList<>())
                        .add(new Shown(System.nanoTime(), new BigDecimal(last)));
            }
        }
    }

    /** Returns when all have a price; complains where that takes longer. */
    void awaitShown(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isComplete()) {
            if (System.nanoTime() > end) {
                throw new Complaint("There are no quotes of " + symbols + ".");
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private synchronized boolean isComplete() {
        return shown.size() == symbols.size();
    }

    /** What prices did between these times. */
    synchronized List<Jump> jumps(long from, long to) {
        return shown.entrySet().stream()
                .map(entry -> jump(entry.getKey(), entry.getValue(), from, to))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Jump> jump(String symbol, List<Shown> prices, long from, long to) {
        BigDecimal before = prices.stream()
                .filter(price -> price.nanoTime < from)
                .reduce((_, later) -> later)
                .map(Shown::price)
                .orElseThrow(() -> new Complaint("There was no quote of " + symbol + "."));
        List<Shown> then = prices.stream()
                .filter(price -> price.nanoTime >= from && price.nanoTime <= to)
                .toList();
        return then.stream()
                .max((one, other) ->
                        Double.compare(Math.abs(percent(before, one.price)), Math.abs(percent(before, other.price))))
                .map(most -> {
                    double percent = percent(before, most.price);
                    long half = then.stream()
                            .filter(price ->
                                    percent(before, price.price) * Math.signum(percent) >= Math.abs(percent) / 2)
                            .findFirst()
                            .orElse(most)
                            .nanoTime;
                    return new Jump(symbol, before, most.price, percent, (half - from) / 1e9);
                });
    }

    private static double percent(BigDecimal before, BigDecimal after) {
        return after.subtract(before)
                .multiply(A_HUNDRED)
                .divide(before, 4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
