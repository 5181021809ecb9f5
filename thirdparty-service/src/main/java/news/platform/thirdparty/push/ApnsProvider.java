package news.platform.thirdparty.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Address.Network;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import news.platform.thirdparty.push.AccessToken.Issued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Pushes by Apple Push Notification service: HTTP/2, with a token that this platform signs itself. */
final class ApnsProvider implements Provider {
    private static final Logger log = LoggerFactory.getLogger(ApnsProvider.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Fa-f]{8,400}");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    /** Apple takes a token for an hour, and a new one every twenty minutes. */
    private static final Duration SIGNED_FOR = Duration.ofMinutes(50);

    private final ApnsProperties properties;
    private final ECDSASigner signer;
    private final AccessToken access;
    private final Posts posts;

    ApnsProvider(ApnsProperties properties, Posts posts, Clock clock) {
        this.properties = properties;
        this.signer = signer(properties.key());
        this.access = new AccessToken(this::signed, clock);
        this.posts = posts;
    }

    @Override
    public String name() {
        return "apns";
    }

    @Override
    public boolean carries(Address address) {
        return address instanceof Address.Device device && device.network() == Network.APNS;
    }

    @Override
    public List<Outcome> deliver(List<Message> messages) throws IOException {
        return posts.each(messages, this::post);
    }

    private Outcome post(Message message) throws IOException {
        var device = ((Address.Device) message.address()).token();
        if (!TOKEN.matcher(device).matches()) {
            return new Outcome.Dead();
        }
        var token = access.get();
        var answer = posts.exchange(request(message, device, token));
        if (answer.statusCode() == 403 && reason(answer).equals("ExpiredProviderToken")) {
            answer = posts.exchange(request(message, device, access.renewed(token)));
        }
        return outcome(answer);
    }

    private HttpRequest.Builder request(Message message, String device, String token) {
        var request = HttpRequest.newBuilder(properties.url().resolve("/3/device/" + device))
                .header("authorization", token)
                .header("apns-topic", properties.topic())
                .header("apns-push-type", "alert")
                .header("apns-priority", message.urgent() ? "10" : "5")
                .header("apns-id", id(message))
                .POST(BodyPublishers.ofString(Payload.of(
                        message.body(),
                        text -> Map.of(
                                "aps",
                                Map.of("alert", Map.of("title", message.title(), "body", text), "sound", "default"),
                                "link",
                                message.link()))));
        message.expireTime()
                .map(Instant::getEpochSecond)
                .ifPresent(second -> request.header("apns-expiration", Long.toString(second)));
        if (!message.collapseId().isEmpty()) {
            request.header("apns-collapse-id", message.collapseId());
        }
        return request;
    }

    /** The same for the same message, so that Apple's logs and ours can be laid side by side. */
    private static String id(Message message) {
        return UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        var reason = reason(answer);
        return switch (answer.statusCode()) {
            case 200 -> new Outcome.Accepted();
            case 410 -> new Outcome.Dead();
            case 400 ->
                switch (reason) {
                    case "BadDeviceToken", "DeviceTokenNotForTopic" -> new Outcome.Dead();
                    default -> new Outcome.Refused(reason);
                };
            case 413 -> new Outcome.Refused(reason);
            // too much for this one device
            case 429 ->
                reason.equals("TooManyRequests")
                        ? new Outcome.Retry(Posts.retryAfter(answer, A_MINUTE))
                        : new Outcome.Busy(Posts.retryAfter(answer, A_MINUTE));
            case 500 -> new Outcome.Retry(Posts.retryAfter(answer, SHORTLY));
            case 502, 503, 504 -> new Outcome.Busy(Posts.retryAfter(answer, SHORTLY));
            default -> {
                log.warn("APNs does not let this platform send: {} {}", answer.statusCode(), reason);
                yield new Outcome.Busy(A_MINUTE);
            }
        };
    }

    private static String reason(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("reason").asString("");
        } catch (JacksonException _) {
            return "";
        }
    }

    private Issued signed(Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(properties.keyId())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(properties.teamId())
                .issueTime(Date.from(now))
                .build();
        return new Issued("bearer " + Signing.signed(header, claims, signer), now.plus(SIGNED_FOR));
    }

    private static ECDSASigner signer(String pem) {
        try {
            return new ECDSASigner((ECPrivateKey) Signing.key(pem));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("news.thirdparty.apns.key (expected: a key on the curve P-256)", e);
        }
    }
}
