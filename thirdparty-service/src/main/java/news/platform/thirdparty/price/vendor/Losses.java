package news.platform.thirdparty.price.vendor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What of a vendor's words never became a tick. Thread-safe.
 *
 * @param missing messages that did not come, by the vendor's own count
 * @param recovered those of them that came when they were asked for again
 * @param leftOut ticks that make no sense, or that nobody asked for
 */
public record Losses(Counter missing, Counter recovered, Counter leftOut) {
    public static Losses of(String vendor, MeterRegistry meters) {
        return new Losses(
                counter("missing", "messages of a vendor of prices that did not come", vendor, meters),
                counter("recovered", "messages that were missing and came when they were asked for", vendor, meters),
                counter("left.out", "ticks that make no sense, or that nobody asked for", vendor, meters));
    }

    private static Counter counter(String name, String description, String vendor, MeterRegistry meters) {
        return Counter.builder("news.thirdparty.vendor." + name)
                .description(description)
                .tag("vendor", vendor)
                .register(meters);
    }
}
