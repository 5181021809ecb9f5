package news.platform.thirdparty.price.vendor;

import java.util.Set;

/** A way to speak to vendors, a bean. */
public interface VendorProtocol {
    /** The schemes of its addresses, in small letters. */
    Set<String> schemes();

    /** A vendor that is spoken to like that; nobody is called yet. */
    Vendor vendor(VendorLine line);
}
