package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.platform.gateway.request.RequestHeader;

/**
 * What a signature says of itself before the body that it signs is read: whether it is good only the service knows, which
 * needs the body for that; one that is no signature or too old is refused for its headers.
 */
final class SignedHeaders {

    private record Form(Pattern pattern, String text) {}

    private static final String PARTNER_TIMESTAMP = "x-partner-timestamp";
    private static final Form ANY = new Form(Pattern.compile("[!-~]{1,512}"), "1 to 512 visible ASCII characters");

    /** As the contract says at ACCESS_SIGNED. */
    private static final Map<String, Form> FORMS = Map.of(
            "x-partner-id",
            new Form(Pattern.compile("[!-~]{1,64}"), "1 to 64 visible characters"),
            PARTNER_TIMESTAMP,
            new Form(Pattern.compile("\\d{1,12}"), "seconds since 1970"),
            "x-partner-signature",
            new Form(Pattern.compile("[0-9a-fA-F]{64}"), "64 hexadecimal digits"));

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final SignedProperties properties;
    private final Clock clock;

    SignedHeaders(SignedProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * False where nobody signed.
     *
     * @param names of the headers that the signature needs, lower case
     * @throws UnsignedException where somebody did, but not so that it could be good
     */
    boolean areGood(List<String> names, HttpServletRequest request) {
        if (names.stream()
                .allMatch(name -> RequestHeader.ofContract(request, name).isEmpty())) {
            return false;
        }
        names.forEach(name -> require(request, name));
        if (names.contains(PARTNER_TIMESTAMP)) {
            requireRecent(RequestHeader.ofContract(request, PARTNER_TIMESTAMP).getFirst());
        }
        return true;
    }

    private void requireRecent(String timestamp) {
        var age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > WINDOW.toSeconds()) {
            throw new UnsignedException("%s: not within %d s of now".formatted(PARTNER_TIMESTAMP, WINDOW.toSeconds()));
        }
    }

    private void require(HttpServletRequest request, String name) {
        var form = FORMS.getOrDefault(name, ANY);
        var lines = RequestHeader.ofContract(request, name);
        if (lines.size() != 1 || !form.pattern().matcher(lines.getFirst()).matches()) {
            throw new UnsignedException("%s: must be %s, once".formatted(name, form.text()));
        }
        var known = properties.known().get(name);
        if (known != null && !known.contains(lines.getFirst())) {
            throw new UnsignedException("%s: not known".formatted(name));
        }
    }
}
