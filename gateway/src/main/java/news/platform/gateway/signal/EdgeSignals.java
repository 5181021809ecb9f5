package news.platform.gateway.signal;

import com.google.protobuf.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.request.RequestHeader;
import news.platform.messaging.signal.Signals;
import news.platform.security.AddressBlock;
import news.platform.security.Caller;
import news.platform.security.Digests;

/**
 * Sends on what a client signals, with who it was: the caller's id, or else a digest of the day, the address block and the
 * user agent, by which one visitor counts once a day and from which nobody can tell who it was. And with where it was, a
 * digest of the day and the address block alone. What a known robot signals goes nowhere. Thread-safe.
 */
public final class EdgeSignals {
    /** Ids never begin so. */
    private static final String ANONYMOUS = "~";

    private static final int DIGEST_BYTES = 16;

    private final Signals signals;
    private final Robots robots;
    private final byte[] key;
    private final Clock clock;

    EdgeSignals(Signals signals, Robots robots, byte[] key, Clock clock) {
        this.signals = signals;
        this.robots = robots;
        this.key = key;
        this.clock = clock;
    }

    /** Takes a valid request of a method with {@code policy.signal}, and answers that there is no more to say. */
    public void take(
            Message event,
            Optional<Caller> caller,
            String address,
            HttpServletRequest request,
            HttpServletResponse response) {
        String agent = RequestHeader.USER_AGENT.first(request);
        if (!robots.include(agent)) {
            String place = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "\n"
                    + AddressBlock.of(address, 24, 48).orElse(address);
            signals.send(
                    event,
                    caller.map(Caller::userId).orElseGet(() -> ANONYMOUS + digest(place + "\n" + agent)),
                    digest(place));
        }
        var headers = Headers.of(request, response);
        headers.add(SecurityHeaders.LINES);
        headers.add("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private String digest(String who) {
        byte[] digest = Digests.hmacSha256(key, who.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }
}
