package news.platform.thirdparty.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.Callers;
import news.platform.security.Digests;
import news.platform.thirdparty.item.Origin;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.ninjs.PartnerProperties.Partner;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.stereotype.Component;

/**
 * Tells who sent a body: a partner who signed it, hex HMAC-SHA256 over {@code <timestamp>.<raw body>}, not more than five
 * minutes ago; or an administrator. A signature that is sent again within that time is accepted again: all it can do is
 * deliver the same versions of the same items, which changes nothing.
 */
@Component
final class Senders {
    private static final Duration WINDOW = Duration.ofSeconds(300);
    private static final Set<String> ROLES = Set.of("admin");
    private static final Partner NOBODY =
            new Partner("nobody has this secret", "", List.of(), List.of(), List.of(), List.of(), Target.ARTICLES);

    private final PartnerProperties partners;
    private final Clock clock;

    Senders(PartnerProperties partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    Sender authenticate(byte[] body) {
        Optional<String> partner = CallMetadata.header("x-partner-id");
        return partner.isPresent() ? partner(partner.get(), body) : administrator();
    }

    private static Sender administrator() {
        var caller = Callers.current().orElseThrow(Senders::refused);
        if (!caller.hasAnyRole(ROLES)) {
            throw new DomainException(PlatformReason.PERMISSION_DENIED, "only partners and administrators push items");
        }
        return new Sender(new Origin("administrator", Target.ARTICLES), "", List.of(), Registered.FOR_ALL);
    }

    private Sender partner(String id, byte[] body) {
        String timestamp = CallMetadata.header("x-partner-timestamp").orElse("");
        String signature = CallMetadata.header("x-partner-signature").orElse("");
        Partner partner = partners.partners().getOrDefault(id, NOBODY);
        // an unknown partner costs the same as a known one
        boolean signed = MessageDigest.isEqual(sign(partner, timestamp, body), bytes(signature));
        if (!signed || partner == NOBODY || !isRecent(timestamp)) {
            throw refused();
        }
        return new Sender(
                new Origin("partner:" + id, partner.target()),
                partner.name(),
                partner.channelIds(),
                partner.registered());
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(age) <= WINDOW.toSeconds();
    }

    private static byte[] sign(Partner partner, String timestamp, byte[] body) {
        return Digests.hmacSha256(partner.secret().getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), body);
    }

    private static byte[] bytes(String signature) {
        return signature.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(signature) : new byte[0];
    }

    private static DomainException refused() {
        return new DomainException(
                ThirdpartyReason.BAD_SIGNATURE, "no valid partner signature, nor an administrator's token");
    }
}
