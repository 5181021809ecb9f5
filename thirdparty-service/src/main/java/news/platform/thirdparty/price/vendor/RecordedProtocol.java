package news.platform.thirdparty.price.vendor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Recordings, for trials: {@code file:/var/lib/news/ticks/NAME.jsonl}. */
@Component
final class RecordedProtocol implements VendorProtocol {
    private final Clock clock;

    RecordedProtocol(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("file");
    }

    @Override
    public Vendor vendor(VendorLine line) {
        return new RecordedVendor(line, Path.of(line.properties().url()), clock);
    }
}
