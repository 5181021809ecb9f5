package news.platform.thirdparty.price.vendor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A vendor of prices.
 *
 * @param url where it is, by its protocol: https: is polled, wss: a WebSocket, grpcs: a host and port of gRPC, file: a recording; without
 *     TLS http:, ws: and grpc:
 * @param exchanges of whose instruments it tells, as instruments name them
 * @param token sent as a bearer; a secret; none by default
 * @param every how often one is asked that is polled; default 5 s
 * @param callsPerMinute how often it is called at most, polls and connections; default 120
 */
public record VendorProperties(
        URI url,
        List<String> exchanges,
        @DefaultValue("") String token,
        @DefaultValue("5s") Duration every,
        @DefaultValue("120") int callsPerMinute) {
    public VendorProperties {
        exchanges = List.copyOf(exchanges);
        if (url.getScheme() == null || exchanges.isEmpty() || !every.isPositive() || callsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "a vendor of prices: " + url + " (expected: url and exchanges, every > 0, calls-per-minute >= 1)");
        }
    }

    /** Of the address, in small letters. */
    public String scheme() {
        return url.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "VendorProperties[url=" + url + ", exchanges=" + exchanges + ", every=" + every + "]";
    }
}
