package news.platform.html;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which web addresses may be shown to readers: absolute ones with a host that is a name in the public DNS. IP addresses, in
 * whatever notation, single names such as {@code localhost} and names of private networks are none: a link to them leads
 * whoever follows it into the network where they happen to be. The contract's rule {@code public_https_url} says the same of
 * requests, but wants hosts of other than ASCII letters as punycode.
 */
public final class PublicUrl {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_HOST = 253;
    private static final Pattern URL =
            Pattern.compile("(?<scheme>[A-Za-z]{4,5})://(?<host>[^/?#:@\\[\\]]+)(:(?<port>[0-9]{1,5}))?"
                    + "([/?#][^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\"'<>\\\\^`{|}]*)?");
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\\.?");
    private static final Pattern PRIVATE =
            Pattern.compile(".*\\.(localhost|local|localdomain|internal|lan|home\\.arpa)\\.?");

    private PublicUrl() {}

    /**
     * Whether the text is one.
     *
     * @param schemes of {@code http} and {@code https}, those that count
     */
    public static boolean is(String text, Set<String> schemes) {
        var url = URL.matcher(text);
        return text.length() <= MAX_LENGTH
                && url.matches()
                && schemes.contains(url.group("scheme").toLowerCase(Locale.ROOT))
                && isPort(url.group("port"))
                && isPublic(url.group("host"));
    }

    /** Whether the host is a public name; one of other than ASCII letters counts as the name that a browser makes of it. */
    private static boolean isPublic(String host) {
        // in ASCII it is no shorter, and making it so takes time by the square
        if (host.length() > MAX_HOST) {
            return false;
        }
        try {
            var name = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return name.length() <= MAX_HOST
                    && NAME.matcher(name).matches()
                    && !PRIVATE.matcher(name).matches();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port) > 0 && Integer.parseInt(port) <= 65535;
    }
}
