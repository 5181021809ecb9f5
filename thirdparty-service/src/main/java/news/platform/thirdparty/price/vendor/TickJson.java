package news.platform.thirdparty.price.vendor;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import news.platform.thirdparty.parse.BoundedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tick as JSON: {@code symbol, price, volume, time, correction}, the price as text or number. */
public final class TickJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TickJson() {}

    /** Empty where it is none. */
    public static Optional<Tick> tick(JsonNode json) {
        try {
            return Tick.of(
                    BoundedJson.text(json, "symbol"),
                    BoundedJson.text(json, "price"),
                    json.path("volume").asLong(0),
                    Instant.parse(BoundedJson.text(json, "time")),
                    json.path("correction").asBoolean(false));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** On one line. */
    static String line(Tick tick) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", tick.time().toString());
        fields.put("symbol", tick.symbol());
        fields.put("price", tick.price().toPlainString());
        fields.put("volume", tick.volume());
        if (tick.correction()) {
            fields.put("correction", true);
        }
        return JSON.writeValueAsString(fields);
    }
}
