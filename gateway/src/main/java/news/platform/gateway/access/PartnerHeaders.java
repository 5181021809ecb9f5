package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import news.platform.gateway.request.RequestHeader;

/**
 * What a partner's signature says of itself before the body that it signs is read: whether the signature is good only the
 * service knows, which needs the body for that; one that is no signature or too old is refused for its headers.
 */
final class PartnerHeaders {

    private static final Pattern ID_FORM = Pattern.compile("[!-~]{1,64}");
    private static final Pattern TIMESTAMP_FORM = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURE_FORM = Pattern.compile("[0-9a-fA-F]{64}");

    /** As the contract says at ACCESS_SIGNED. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;

    PartnerHeaders(Clock clock) {
        this.clock = clock;
    }

    /**
     * False where nobody signed.
     *
     * @throws UnsignedException where somebody did, but not so that it could be good
     */
    boolean areGood(HttpServletRequest request) {
        if (!RequestHeader.PARTNER_SIGNATURE.isIn(request)) {
            return false;
        }
        require(request, RequestHeader.PARTNER_ID, ID_FORM, "1 to 64 visible characters");
        require(request, RequestHeader.PARTNER_SIGNATURE, SIGNATURE_FORM, "64 hexadecimal digits");
        var timestamp = require(request, RequestHeader.PARTNER_TIMESTAMP, TIMESTAMP_FORM, "seconds since 1970");
        var age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > WINDOW.toSeconds()) {
            throw new UnsignedException("%s: not within %d s of now"
                    .formatted(RequestHeader.PARTNER_TIMESTAMP.headerName(), WINDOW.toSeconds()));
        }
        return true;
    }

    private static String require(HttpServletRequest request, RequestHeader header, Pattern form, String expected) {
        var value = header.first(request);
        if (value == null || !form.matcher(value).matches()) {
            throw new UnsignedException("%s: must be %s".formatted(header.headerName(), expected));
        }
        return value;
    }
}
