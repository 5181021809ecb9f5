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

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** @throws Complaint where it is none; says why */
    static PriceLine of(Map<String, String> columns, int number, LocalDate today) {
        var symbol = column(columns, "symbol", "[A-Z0-9.-]{1,20}", "at most 20 of capital letters, digits, . and -");
        var line = new PriceLine(
                number,
                symbol,
                date(value(columns, "date"), today),
                price(columns, "open"),
                price(columns, "high"),
                price(columns, "low"),
                price(columns, "close"),
                column(columns, "volume", "[0-9]{1,18}", "a whole number"));
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
        var text = column(columns, name, "[0-9]{1,12}(\\.[0-9]{1,10})?", "a price, as 12.34");
        var price = new BigDecimal(text);
        if (price.signum() == 0) {
            throw Refusals.wrong(name, text, "a price above 0");
        }
        return price;
    }

    private static LocalDate date(String text, LocalDate today) {
        try {
            var date = LocalDate.parse(text);
            if (date.isBefore(FIRST) || date.isAfter(today)) {
                throw Refusals.wrong("date", text, "from " + FIRST + " to today, " + today);
            }
            return date;
        } catch (DateTimeException _) {
            throw Refusals.wrong("date", text, "as 2026-11-27");
        }
    }

    private static String column(Map<String, String> columns, String name, String form, String expected) {
        var value = value(columns, name);
        if (!value.matches(form)) {
            throw Refusals.wrong(name, value, expected);
        }
        return value;
    }

    private static String value(Map<String, String> columns, String name) {
        return Objects.requireNonNullElse(columns.get(name), "").strip();
    }
}
