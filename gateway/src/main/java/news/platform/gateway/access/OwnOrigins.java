package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.request.RequestHeader;

/**
 * The web sites that the API itself is under. Browsers send an Origin with every POST, also to where the page came from; with
 * TLS ending at a proxy this process would take https://news.example for a foreign site, being http itself.
 */
final class OwnOrigins {

    private final Set<String> configured;
    private final ClientAddresses addresses;

    OwnOrigins(List<String> configured, ClientAddresses addresses) {
        this.configured = configured.stream().map(OwnOrigins::plain).collect(Collectors.toUnmodifiableSet());
        this.addresses = addresses;
    }

    boolean contains(String origin, HttpServletRequest request) {
        var plain = plain(origin);
        return configured.contains(plain) || plain.equals(forwarded(request));
    }

    /** Where the client sent the request to, as a proxy of ours tells; empty where none does. */
    private String forwarded(HttpServletRequest request) {
        var scheme = RequestHeader.X_FORWARDED_PROTO.first(request);
        var host = RequestHeader.HOST.first(request);
        return scheme == null || host == null || !addresses.fromTrustedProxy(request)
                ? ""
                : plain(scheme.strip() + "://" + host);
    }

    /** In lower case, without the port that goes without saying. */
    private static String plain(String origin) {
        var lower = origin.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") && lower.endsWith(":443")) {
            return lower.substring(0, lower.length() - ":443".length());
        }
        return lower.startsWith("http://") && lower.endsWith(":80")
                ? lower.substring(0, lower.length() - ":80".length())
                : lower;
    }
}
