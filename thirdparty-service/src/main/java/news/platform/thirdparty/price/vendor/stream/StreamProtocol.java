package news.platform.thirdparty.price.vendor.stream;

import java.util.Set;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorLine;
import news.platform.thirdparty.price.vendor.VendorProtocol;

/** A protocol whose vendors tell by themselves. */
record StreamProtocol(Set<String> schemes, Connector connector) implements VendorProtocol {
    @Override
    public Vendor vendor(VendorLine line) {
        return new StreamVendor(line, connector);
    }
}
