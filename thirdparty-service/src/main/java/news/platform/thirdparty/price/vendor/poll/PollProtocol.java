package news.platform.thirdparty.price.vendor.poll;

import java.util.Set;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorLine;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import org.springframework.stereotype.Component;

/** Quotes that are fetched as feeds are. */
@Component
final class PollProtocol implements VendorProtocol {
    private final Fetcher fetcher;

    PollProtocol(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("https", "http");
    }

    @Override
    public Vendor vendor(VendorLine line) {
        return new PolledVendor(line, fetcher);
    }
}
