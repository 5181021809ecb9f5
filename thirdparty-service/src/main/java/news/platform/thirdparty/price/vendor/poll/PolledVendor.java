package news.platform.thirdparty.price.vendor.poll;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.platform.thirdparty.fetch.FetchRequest;
import news.platform.thirdparty.fetch.FetchResult;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.parse.BoundedJson;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.TickJson;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks for quotes: {@code GET url?symbols=A,B}, a hundred at most, is answered {@code {"quotes": [{"symbol", "price", "volume",
 * "time"}]}}, the last trade of each and what was traded today until then. What has not changed since is told once; of the trades
 * between two polls the last one is known, and how much all of them traded. Validators that the vendor sends are sent back.
 */
final class PolledVendor implements Vendor {
    private static final int SYMBOLS_A_CALL = 100;

    private final VendorLine line;
    private final Fetcher fetcher;
    private Map<String, Tick> told = Map.of();
    private Map<URI, FetchRequest> asked = Map.of();

    PolledVendor(VendorLine line, Fetcher fetcher) {
        this.line = line;
        this.fetcher = fetcher;
    }

    @Override
    public List<Tick> ticks(Set<String> symbols) throws IOException {
        var sorted = symbols.stream().sorted().toList();
        var ticks = new ArrayList<Tick>();
        // what a poll that fails half-way has learnt is asked for again
        var known = new HashMap<>(told);
        var requests = new HashMap<URI, FetchRequest>();
        for (int from = 0; from < sorted.size(); from += SYMBOLS_A_CALL) {
            var uri = uri(sorted.subList(from, Math.min(from + SYMBOLS_A_CALL, sorted.size())));
            var request = asked.getOrDefault(
                    uri, FetchRequest.of(uri).with(line.properties().token()));
            requests.put(uri, request);
            var answer = line.guard().call(() -> fetch(request));
            if (answer.isPresent()) {
                for (var quote : quotes(answer.get())) {
                    TickJson.tick(quote)
                            .filter(tick -> symbols.contains(tick.symbol()))
                            .ifPresentOrElse(
                                    tick -> change(tick, known).ifPresent(ticks::add),
                                    line.losses().leftOut()::increment);
                }
                requests.put(uri, request.since(answer.get()));
            }
        }
        told = known;
        asked = requests;
        line.guard().worked();
        return ticks;
    }

    @Override
    public Duration pause() {
        return line.properties().every();
    }

    /** Of a vendor that was left alone for long nobody knows what it told since. */
    @Override
    public void close() {
        told = Map.of();
        asked = Map.of();
    }

    /** Empty where it is the same as before. */
    private Optional<FetchResult.Content> fetch(FetchRequest request) throws IOException {
        return switch (fetcher.fetch(request)) {
            case FetchResult.Content content -> Optional.of(content);
            case FetchResult.NotModified _ -> Optional.empty();
            case FetchResult.Failed failed -> throw new IOException(failed.reason() + ": " + failed.detail());
        };
    }

    /** What was traded since the quote before; empty where that is nothing. The first one is no trade of now. */
    private Optional<Tick> change(Tick quote, Map<String, Tick> known) {
        var before = known.put(quote.symbol(), quote);
        if (before == null) {
            return Optional.of(new Tick(quote.symbol(), quote.price(), 0, quote.time(), quote.correction()));
        }
        if (!quote.time().isAfter(before.time())) {
            known.put(quote.symbol(), before);
            return Optional.empty();
        }
        // less than before: the count began anew with a new day
        long volume = quote.volume() < before.volume() ? quote.volume() : quote.volume() - before.volume();
        return Optional.of(new Tick(quote.symbol(), quote.price(), volume, quote.time(), quote.correction()));
    }

    private static List<JsonNode> quotes(FetchResult.Content content) throws IOException {
        try {
            var quotes = BoundedJson.read(content.bytes()).path("quotes");
            if (quotes.isArray()) {
                return quotes.valueStream().toList();
            }
        } catch (JacksonException e) {
            throw new IOException("an answer that is no JSON", e);
        }
        throw new IOException("an answer without quotes");
    }

    private URI uri(List<String> symbols) {
        var url = line.properties().url().toString();
        return URI.create(url + (url.contains("?") ? "&" : "?") + "symbols="
                + URLEncoder.encode(String.join(",", symbols), StandardCharsets.UTF_8));
    }
}
