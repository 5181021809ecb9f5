package news.platform.thirdparty.price.vendor;

/**
 * What there is to speak to a vendor with.
 *
 * @param id as configuration, logs and metrics call it
 * @param properties where it is
 * @param guard through which every call to it goes
 * @param losses what is counted of what does not come
 */
public record VendorLine(String id, VendorProperties properties, VendorGuard guard, Losses losses) {}
