package news.platform.thirdparty.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Web addresses as people write them: spaces, umlauts and stray brackets included. */
public final class Urls {

    private static final int MAX_LENGTH = 2000;

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

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getPort() <= 65535
                && uri.getPort() != 0
                && uri.toString().length() <= MAX_LENGTH;
    }

    private static URI canonical(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean defaultPort = uri.getPort() == (scheme.equals("http") ? 80 : 443);
        String port = uri.getPort() < 0 || defaultPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query);
    }

    private static Optional<URI> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(escaped(trimmed)));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String escaped(String reference) {
        String text = reference.replaceAll("%(?![0-9a-fA-F]{2})", "%25");
        StringBuilder escaped = new StringBuilder(text.length() + 16);
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
