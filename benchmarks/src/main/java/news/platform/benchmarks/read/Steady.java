package news.platform.benchmarks.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import news.platform.local.console.Progress;

/**
 * The load before counting begins.
 *
 * @param seconds for how long it was loaded
 * @param reached whether the last three windows agreed within 5 %
 */
record Steady(int seconds, boolean reached) {
    private static final double AGREE = 0.05;
    private static final int AGREEING_WINDOWS = 3;
    private static final int SECONDS_A_LINE = 15;

    /**
     * Loads until three windows agree, for as many as there must be and no more than there may be.
     *
     * @param window loads once and tells the rate
     */
    static Steady await(String name, DoubleSupplier window, Windows windows, Pace pace, Progress progress) {
        List<Double> rates = new ArrayList<>();
        int said = 0;
        while (rates.size() < windows.most()
                && (rates.size() < windows.least() || !agree(rates))
                && progress.elapsed().compareTo(pace.limit()) < 0) {
            rates.add(window.getAsDouble());
            int seconds = rates.size() * pace.windowSeconds();
            if (seconds - said >= SECONDS_A_LINE) {
                progress.line(String.format(
                        Locale.ROOT, "  %s: loaded for %d s, %.0f/s now", name, seconds, rates.getLast()));
                said = seconds;
            }
        }
        return new Steady(rates.size() * pace.windowSeconds(), agree(rates));
    }

    static boolean agree(List<Double> rates) {
        if (rates.size() < AGREEING_WINDOWS) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - AGREEING_WINDOWS, rates.size());
        double min = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double max = last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return max - min <= AGREE * max;
    }
}
