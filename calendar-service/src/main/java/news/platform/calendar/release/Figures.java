package news.platform.calendar.release;

import java.math.BigDecimal;
import java.util.Optional;

/** What a release says; decimals as they were written, empty while they are not known. */
public record Figures(String actual, String forecast, String previous, String revised) {
    /** None known. */
    public static final Figures NONE = new Figures("", "", "", "");

    /** The figure as it was revised last; empty while it is not out. */
    String latest() {
        return revised.isEmpty() ? actual : revised;
    }

    Figures withPrevious(String figure) {
        return new Figures(actual, forecast, figure, revised);
    }

    /** By how much the figure is more than was expected: the one that came out, which is what surprised. */
    Optional<BigDecimal> surprise() {
        return actual.isEmpty() || forecast.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal(actual).subtract(new BigDecimal(forecast)));
    }
}
