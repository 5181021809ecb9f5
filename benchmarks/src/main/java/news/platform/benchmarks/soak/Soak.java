package news.platform.benchmarks.soak;

import java.util.List;
import news.platform.benchmarks.load.Tail;

/**
 * All that a soak saw. What happens before its settled minute is warming up.
 *
 * @param samples every ten seconds of it, in order
 * @param liveSettled bytes that a full collection left at the end of the settled minute
 * @param liveAtEnd bytes that a full collection left at the end
 * @param open the open loop at half of the settled rate, after all that
 */
record Soak(List<SoakSample> samples, double liveSettled, double liveAtEnd, Tail open) {
    private static final double SAMPLES_A_MINUTE = 6;

    /** The second minute, or the first of a soak that has hardly more. */
    static int settledMinute(int minutes) {
        return minutes > 2 ? 2 : 1;
    }

    int minutes() {
        return samples.getLast().minute();
    }

    int settledMinute() {
        return settledMinute(minutes());
    }

    List<SoakSample> minute(int minute) {
        return samples.stream().filter(sample -> sample.minute() == minute).toList();
    }

    /** The samples of the settled minute and of all that came after. */
    List<SoakSample> settled() {
        return samples.stream()
                .filter(sample -> sample.minute() >= settledMinute())
                .toList();
    }

    /** Requests a second, the median of the settled samples. */
    double settledRate() {
        List<Double> rates =
                settled().stream().map(sample -> sample.shot().rate()).sorted().toList();
        return rates.get(rates.size() / 2);
    }

    /** Bytes that the process gains a minute: the line through the settled samples with the least squares. */
    double residentSlope() {
        List<SoakSample> settled = settled();
        double meanX = (settled.size() - 1) / 2.0;
        double meanY = settled.stream()
                .mapToDouble(sample -> sample.after().residentBytes())
                .average()
                .orElse(0);
        double products = 0;
        double squares = 0;
        for (int x = 0; x < settled.size(); x++) {
            products += (x - meanX) * (settled.get(x).after().residentBytes() - meanY);
            squares += (x - meanX) * (x - meanX);
        }
        return squares == 0 ? 0 : products / squares * SAMPLES_A_MINUTE;
    }

    /** Bytes that a request of this minute cost the gateway. */
    double allocatedPerRequest(int minute) {
        List<SoakSample> samples = minute(minute);
        double bytes = samples.stream().mapToDouble(SoakSample::allocatedBytes).sum();
        return bytes / Math.max(1, requests(samples));
    }

    long failures() {
        return samples.stream().mapToLong(sample -> sample.shot().failures()).sum();
    }

    static long requests(List<SoakSample> samples) {
        return samples.stream().mapToLong(sample -> sample.shot().requests()).sum();
    }
}
