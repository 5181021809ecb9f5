package news.platform.thirdparty.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Address.Network;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Pushes by the HTTP v1 interface of Firebase Cloud Messaging. */
final class FcmProvider implements Provider {
    private static final Logger log = LoggerFactory.getLogger(FcmProvider.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(28);

    private final Posts posts;
    private final AccessToken access;
    private final URI send;
    private final Clock clock;

    FcmProvider(ServiceAccount account, URI url, Posts posts, Clock clock) {
        this.posts = posts;
        this.access = new AccessToken(account::access, clock);
        this.send = url.resolve("/v1/projects/" + account.projectId() + "/messages:send");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fcm";
    }

    @Override
    public boolean carries(Address address) {
        return address instanceof Address.Device device && device.network() == Network.FCM;
    }

    @Override
    public List<Outcome> deliver(List<Message> messages) throws IOException {
        // without access nothing is sent
        access.get();
        return posts.each(messages, this::post);
    }

    private Outcome post(Message message) throws IOException {
        var token = access.get();
        var answer = posts.exchange(request(message, token));
        if (answer.statusCode() == 401) {
            answer = posts.exchange(request(message, access.renewed(token)));
        }
        return outcome(answer);
    }

    private HttpRequest.Builder request(Message message, String token) {
        return HttpRequest.newBuilder(send)
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Payload.of(message.body(), text -> payload(message, text))));
    }

    private Map<String, Object> payload(Message message, String text) {
        var seconds = message.expireTime()
                .map(time -> Duration.between(clock.instant(), time))
                .filter(left -> left.compareTo(LONGEST) < 0)
                .orElse(LONGEST)
                .toSeconds();
        // a tag, not a collapse key: of those FCM keeps four for a device that is away
        var shown = Map.of("tag", message.collapseId());
        return Map.of(
                "message",
                Map.of(
                        "token",
                        ((Address.Device) message.address()).token(),
                        "notification",
                        Map.of("title", message.title(), "body", text),
                        "data",
                        Map.of("link", message.link()),
                        "android",
                        Map.of(
                                "priority",
                                message.urgent() ? "HIGH" : "NORMAL",
                                "ttl",
                                Math.max(0, seconds) + "s",
                                "notification",
                                shown),
                        "webpush",
                        Map.of(
                                "headers",
                                Map.of(
                                        "TTL",
                                        Long.toString(Math.max(0, seconds)),
                                        "Urgency",
                                        message.urgent() ? "high" : "normal"),
                                "notification",
                                shown)));
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return new Outcome.Accepted();
        }
        var error = error(answer.body());
        return switch (code(error).orElse("")) {
            case "UNREGISTERED", "SENDER_ID_MISMATCH" -> new Outcome.Dead();
            case "QUOTA_EXCEEDED" -> new Outcome.Busy(Posts.retryAfter(answer, A_MINUTE));
            default -> byStatus(answer, error);
        };
    }

    private static Outcome byStatus(HttpResponse<String> answer, JsonNode error) {
        int status = answer.statusCode();
        var text = error.path("message").asString("no reason given");
        return switch (status) {
            // the code is the same whether the token is wrong or the message, for which no device must be forgotten
            case 400 -> text.contains("registration token") ? new Outcome.Dead() : new Outcome.Refused(text);
            case 429 -> new Outcome.Busy(Posts.retryAfter(answer, A_MINUTE));
            case 500 -> new Outcome.Retry(Posts.retryAfter(answer, SHORTLY));
            case 502, 503, 504 -> new Outcome.Busy(Posts.retryAfter(answer, SHORTLY));
            default -> {
                log.warn("FCM does not let this platform send: {} {}", status, text);
                yield new Outcome.Busy(A_MINUTE);
            }
        };
    }

    private static JsonNode error(String body) {
        try {
            return JSON.readTree(body).path("error");
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    /** FCM's own code; empty where it is the message's fields that are wrong. */
    private static Optional<String> code(JsonNode error) {
        return StreamSupport.stream(error.path("details").spliterator(), false)
                .map(detail -> detail.path("errorCode").asString(""))
                .filter(code -> !code.isEmpty())
                .findFirst();
    }
}
