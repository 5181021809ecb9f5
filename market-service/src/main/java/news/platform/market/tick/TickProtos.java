package news.platform.market.tick;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.TicksReceived;

/** Ticks out of a vendor's message; those that make no sense are left out. */
public final class TickProtos {
    /** Longer than any price is, short enough for a column. */
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,10})?");

    private TickProtos() {}

    /** In the vendor's order. */
    public static List<Tick> ticks(TicksReceived message, Instant arrival) {
        return message.getTicksList().stream()
                .flatMap(tick -> tick(tick, arrival))
                .toList();
    }

    /** A decimal; empty where the text is none. */
    public static Optional<BigDecimal> price(String text) {
        return PRICE.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Stream<Tick> tick(news.platform.thirdparty.v1.Tick tick, Instant arrival) {
        return price(tick.getPrice())
                .filter(_ -> tick.getVolume() >= 0)
                // the database keeps microseconds
                .map(price -> new Tick(
                        tick.getSymbol(),
                        Objects.requireNonNull(price),
                        tick.getVolume(),
                        Timestamps.instant(tick.getTime()).truncatedTo(ChronoUnit.MICROS),
                        arrival,
                        tick.getCorrection()))
                .stream();
    }
}
