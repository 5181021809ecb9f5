package news.platform.local.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;

/**
 * One line of a file of prices: what an instrument did on a day.
 *
 * @param number of the line
 */
record PriceLine(
        int number,
        String symbol,
        LocalDate date,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        String volume) {
    static final List<String> COLUMNS = List.of("date", "symbol", "open", "high", "low", "close", "volume");

    /** @throws Complaint where it is none; says why */
    static PriceLine of(Map<String, String> columns, int number) {
        var symbol = column(columns, "symbol", "[A-Za-z0-9.-]{1,20}");
        var line = new PriceLine(
                number,
                symbol,
                date(column(columns, "date", ".+")),
                price(columns, "open"),
                price(columns, "high"),
                price(columns, "low"),
                price(columns, "close"),
                column(columns, "volume", "[0-9]{1,18}"));
        if (!line.isSound()) {
            throw new Complaint("open or close outside of low and high");
        }
        return line;
    }

    int decimals() {
        return prices().mapToInt(BigDecimal::scale).max().orElse(0);
    }

    /** As the API takes it. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("date", date.toString());
        body.put("open", open.toPlainString());
        body.put("high", high.toPlainString());
        body.put("low", low.toPlainString());
        body.put("close", close.toPlainString());
        body.put("volume", volume);
        return body;
    }

    private boolean isSound() {
        return prices().allMatch(price -> low.compareTo(price) <= 0 && price.compareTo(high) <= 0);
    }

    private Stream<BigDecimal> prices() {
        return Stream.of(open, high, low, close);
    }

    private static BigDecimal price(Map<String, String> columns, String name) {
        return new BigDecimal(column(columns, name, "[0-9]{1,12}(\\.[0-9]{1,10})?"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Complaint("date: '" + text + "' (expected: as 2026-11-27)", e);
        }
    }

    private static String column(Map<String, String> columns, String name, String form) {
        var value = Objects.requireNonNullElse(columns.get(name), "").strip();
        if (!value.matches(form)) {
            throw new Complaint(name + ": '" + value + "' (expected: " + form + ")");
        }
        return value;
    }
}
