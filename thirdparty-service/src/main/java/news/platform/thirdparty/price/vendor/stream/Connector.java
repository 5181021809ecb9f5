package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import news.platform.thirdparty.price.vendor.VendorProperties;

/** Connects to a vendor by one protocol. Thread-safe. */
@FunctionalInterface
interface Connector {
    /** Takes a few seconds at most. */
    Connection connect(VendorProperties vendor, Inbox inbox) throws IOException;
}
