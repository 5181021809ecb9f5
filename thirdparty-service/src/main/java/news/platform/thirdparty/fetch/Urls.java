package news.platform.thirdparty.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses as people write them: spaces, umlauts and stray brackets included. A host is a name of letters, digits,
 * hyphens and, since such hosts exist, underscores (what {@link URI#getHost} does not know: use {@link #host}); a name in
 * another script becomes the one in ASCII that is looked up.
 */
public final class Urls {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_HOST = 253;
    private static final Pattern AUTHORITY =
            Pattern.compile("^((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)([^/?#]*)(.*)$", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_.-]{1,253})(?::(\\d{0,5}))?");

    private Urls() {}

    /** An absolute http or https address with a host and without a user; empty for anything else. */
    public static Optional<URI> web(String text) {
        return parse(text).filter(Urls::isWeb);
    }

    /** The same, one spelling for each: host in small letters, neither default port nor fragment. */
    public static Optional<URI> canonical(String text) {
        return web(text).map(Urls::canonical);
    }

    /** The reference, resolved; empty where that gives no absolute http or https address. */
    public static Optional<URI> resolve(URI base, String reference) {
        return parse(reference).map(base::resolve).filter(Urls::isWeb);
    }

    /** The host of a web address, in small letters. */
    public static String host(URI web) {
        return authority(web).group(1).toLowerCase(Locale.ROOT);
    }

    /** Its port, or the one that its scheme means. */
    public static int port(URI web) {
        int port = explicitPort(web);
        return port >= 0 ? port : defaultPort(web);
    }

    /** Whether two web addresses are of one host, asked by one scheme at one port. */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && host(one).equals(host(other))
                && port(one) == port(other);
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getRawAuthority() == null) {
            return false;
        }
        Matcher authority = HOST_AND_PORT.matcher(uri.getRawAuthority());
        return authority.matches()
                && (uri.getHost() != null || isName(authority.group(1)))
                && explicitPort(uri) <= 65535
                && explicitPort(uri) != 0
                && uri.toString().length() <= MAX_LENGTH;
    }

    /** What a name server could know although it is no host name by the book; numbers are an address or nothing. */
    private static boolean isName(String host) {
        List<String> labels = List.of(host.replaceFirst("\\.$", "").split("\\.", -1));
        return labels.stream().allMatch(label -> !label.isEmpty() && label.length() <= 63)
                && !Character.isDigit(labels.getLast().charAt(0));
    }

    private static int explicitPort(URI web) {
        String port = authority(web).group(2);
        return port == null || port.isEmpty() ? -1 : Integer.parseInt(port);
    }

    private static int defaultPort(URI web) {
        return web.getScheme().equalsIgnoreCase("http") ? 80 : 443;
    }

    private static Matcher authority(URI web) {
        Matcher authority = HOST_AND_PORT.matcher(web.getRawAuthority());
        if (!authority.matches()) {
            throw new IllegalArgumentException("no web address: " + web);
        }
        return authority;
    }

    private static URI canonical(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String port = port(uri) == defaultPort(uri) ? "" : ":" + port(uri);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + host(uri) + port + path + query);
    }

    private static Optional<URI> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(escaped(inAscii(trimmed))));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String inAscii(String reference) {
        Matcher parts = AUTHORITY.matcher(reference);
        if (!parts.matches()) {
            return reference;
        }
        return parts.group(1) + hostInAscii(parts.group(2)) + parts.group(3);
    }

    /** Unchanged where it is ASCII already, or no name; what is then no host is refused with the rest. */
    private static String hostInAscii(String authority) {
        try {
            String decoded = URLDecoder.decode(authority.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.chars().allMatch(c -> c < 0x80)) {
                return authority;
            }
            int colon = decoded.lastIndexOf(':');
            String host = colon < 0 ? decoded : decoded.substring(0, colon);
            // in ASCII it is no shorter, and making it so takes time by the square
            if (host.length() > MAX_HOST) {
                return authority;
            }
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED) + decoded.substring(host.length());
            // some characters become several, a slash among them: that would be another host
            return HOST_AND_PORT.matcher(ascii).matches() ? ascii : authority;
        } catch (IllegalArgumentException noName) {
            return authority;
        }
    }

    private static String escaped(String reference) {
        String text = reference.replaceAll("%(?![0-9a-fA-F]{2})", "%25");
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint > ' ' && codePoint < 0x7f && "\"<>\\^`{|}".indexOf(codePoint) < 0) {
                escaped.appendCodePoint(codePoint);
                return;
            }
            for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                escaped.append('%').append(String.format("%02X", octet));
            }
        });
        return escaped.toString();
    }
}
