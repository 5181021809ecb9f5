package news.platform.thirdparty.fetch;

import java.net.UnknownHostException;

/** A name led to an address that is not on the public internet. */
final class ForbiddenAddressException extends UnknownHostException {
    ForbiddenAddressException(String host, String address) {
        super(host + " leads to " + address + ", which is not a public address");
    }
}
