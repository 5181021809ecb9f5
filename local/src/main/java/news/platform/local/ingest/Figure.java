package news.platform.local.ingest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A figure as calendars show it, e.g. "-0.2%" or "214K".
 *
 * @param value the number alone; empty where there is none
 * @param unit in what it is counted; empty where nothing says
 */
record Figure(String value, String unit) {
    static final Figure NONE = new Figure("", "");

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,10})?)([%KMBT]?)");
    private static final Map<String, String> UNITS =
            Map.of("%", "%", "K", "thousand", "M", "million", "B", "billion", "T", "trillion");

    /** {@link #NONE} of an empty text; nothing of what is no single number, as "0-2-7" of a vote or "0.14|1.2" of an auction. */
    static Optional<Figure> of(String text) {
        if (text.isBlank()) {
            return Optional.of(NONE);
        }
        var form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Figure(form.group(1), Objects.requireNonNullElse(UNITS.get(form.group(2)), "")))
                : Optional.empty();
    }

    boolean isKnown() {
        return !value.isEmpty();
    }

    /** Whether both are known and are not the same number. */
    boolean differsFrom(Figure other) {
        return isKnown() && other.isKnown() && new BigDecimal(value).compareTo(new BigDecimal(other.value)) != 0;
    }
}
