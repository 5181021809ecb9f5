package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a day's price went from its open over its high and low, whichever came first, to its close: Brownian bridges between these
 * four, by the construction of Lévy. The value in the middle of a stretch is the mean of its ends and a normal step as large as the
 * root of its length; then the same in both halves. So a moment's price is found without the moments before it, and is the same
 * whoever asks. It never leaves the bar. Immutable.
 */
final class BrownianPath {
    private static final int HALVINGS = 16;
    private static final double ROUGHNESS = 0.5;

    private final Bar bar;
    private final String symbol;
    private final long seed;
    private final List<Point> points;

    /** A point that the path goes through; {@code at}: which part of the day has passed. */
    record Point(double at, BigDecimal price) {}

    BrownianPath(Bar bar, String symbol, long seed) {
        this.bar = bar;
        this.symbol = symbol;
        this.seed = seed;
        SplittableRandom chance = Chance.of(seed, symbol + "-path", bar.date().toEpochDay());
        boolean highFirst = chance.nextBoolean();
        this.points = List.of(
                new Point(0, bar.open()),
                new Point(chance.nextDouble(0.05, 0.45), highFirst ? bar.high() : bar.low()),
                new Point(chance.nextDouble(0.55, 0.95), highFirst ? bar.low() : bar.high()),
                new Point(1, bar.close()));
    }

    /** Of which day. */
    LocalDate date() {
        return bar.date();
    }

    /** Whether these are its prices. */
    boolean plays(Bar other) {
        return bar.equals(other);
    }

    /** Open, the two extremes in their order, close. */
    List<Point> points() {
        return points;
    }

    /** The price at a moment; {@code at}: which part of the day has passed, 0 to 1. */
    BigDecimal price(double at) {
        for (int next = 1; next < points.size(); next++) {
            if (at <= points.get(next).at()) {
                return between(next, points.get(next - 1), points.get(next), at);
            }
        }
        return bar.close();
    }

    private BigDecimal between(int stretch, Point from, Point to, double at) {
        double begin = from.at();
        double end = to.at();
        double first = from.price().doubleValue();
        double last = to.price().doubleValue();
        double unit = ROUGHNESS * bar.high().subtract(bar.low()).doubleValue();
        // which of the halves of halves this is, as the index of a node in a heap
        long node = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (begin + end) / 2;
            double step = Chance.of(seed, symbol, bar.date().toEpochDay() << 32 | (long) stretch << 24 | node)
                    .nextGaussian();
            double value = within((first + last) / 2 + step * unit * Math.sqrt(end - begin) / 2);
            if (at <= middle) {
                end = middle;
                last = value;
                node = 2 * node;
            } else {
                begin = middle;
                first = value;
                node = 2 * node + 1;
            }
        }
        double part = end > begin ? (at - begin) / (end - begin) : 0;
        return BigDecimal.valueOf(first + (last - first) * part)
                .setScale(bar.open().scale(), RoundingMode.HALF_UP)
                .min(bar.high())
                .max(bar.low());
    }

    private double within(double value) {
        return Math.clamp(value, bar.low().doubleValue(), bar.high().doubleValue());
    }
}
