package news.platform.thirdparty.price.live;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import news.platform.thirdparty.price.PriceEvents;
import news.platform.thirdparty.price.vendor.VendorProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where prices come from, besides the ones that are made up.
 *
 * @param vendors by id; none by default
 * @param recordings the folder in which what each of them tells is recorded, as ID.jsonl; none by default: nothing is
 * @param recordingSize how large the recording of one vendor becomes; at half of it the older half goes; default 64 MB
 */
@ConfigurationProperties("news.thirdparty.price")
record PriceProperties(
        @DefaultValue Map<String, VendorProperties> vendors,
        @Nullable Path recordings,
        @DefaultValue("64MB") DataSize recordingSize) {
    PriceProperties {
        vendors = Map.copyOf(vendors);
        vendors.keySet().forEach(id -> require(id.matches("[a-z0-9-]{1,32}"), "vendors", id, "a-z, 0-9 and -"));
        require(!vendors.containsKey(PriceEvents.MADE_UP), "vendors", PriceEvents.MADE_UP, "a name that is not taken");
        require(recordingSize.toMegabytes() >= 1, "recording-size", recordingSize, ">= 1MB");
    }

    /** Where this vendor is recorded. */
    Optional<Path> recording(String vendor) {
        return Optional.ofNullable(recordings).map(folder -> folder.resolve(vendor + ".jsonl"));
    }

    private static void require(boolean right, String name, Object value, String expected) {
        if (!right) {
            throw new IllegalArgumentException(
                    "news.thirdparty.price." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
