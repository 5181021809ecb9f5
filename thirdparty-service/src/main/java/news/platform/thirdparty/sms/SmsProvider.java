package news.platform.thirdparty.sms;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends text messages by Alibaba Cloud's SMS. */
final class SmsProvider implements Provider {
    private static final Logger log = LoggerFactory.getLogger(SmsProvider.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "2017-05-25";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final SmsProperties properties;
    private final Posts posts;
    private final Clock clock;

    SmsProvider(SmsProperties properties, Posts posts, Clock clock) {
        this.properties = properties;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public boolean carries(Address address) {
        return address instanceof Address.Phone;
    }

    @Override
    public List<Outcome> deliver(List<Message> messages) throws IOException {
        return posts.each(messages, this::post);
    }

    private Outcome post(Message message) throws IOException {
        var query = new TreeMap<String, String>();
        query.put("PhoneNumbers", number(((Address.Phone) message.address()).number()));
        query.put("SignName", properties.signature());
        query.put("TemplateCode", properties.template());
        query.put("TemplateParam", JSON.writeValueAsString(Map.of("text", text(message))));
        query.put("OutId", message.id());
        var request = new SignedRequest(properties.url(), "SendSms", VERSION, query);
        return outcome(posts.exchange(request.by(
                properties.keyId(),
                properties.keySecret(),
                clock.instant(),
                UUID.randomUUID().toString())));
    }

    private static String text(Message message) {
        return Stream.of(message.title(), message.body(), message.link())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Numbers in China without their country, all others with it. */
    private static String number(String number) {
        return number.startsWith("+86") ? number.substring(3) : number.substring(1);
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        var code = code(answer);
        if (code.startsWith("Throttling")) {
            return new Outcome.Busy(Posts.retryAfter(answer, SHORTLY));
        }
        return switch (code) {
            case "OK" -> new Outcome.Accepted();
            case "isv.MOBILE_NUMBER_ILLEGAL" -> new Outcome.Dead();
            // too much for this one number
            case "isv.BUSINESS_LIMIT_CONTROL" -> new Outcome.Retry(A_MINUTE);
            case "isv.PARAM_LENGTH_LIMIT", "isv.BLACK_KEY_CONTROL_LIMIT", "isv.INVALID_PARAMETERS" ->
                new Outcome.Refused(code);
            default -> byStatus(answer, code);
        };
    }

    private static Outcome byStatus(HttpResponse<String> answer, String code) {
        if (answer.statusCode() >= 500) {
            return new Outcome.Busy(Posts.retryAfter(answer, SHORTLY));
        }
        log.warn("the SMS service does not let this platform send: {} {}", answer.statusCode(), code);
        return new Outcome.Busy(A_MINUTE);
    }

    private static String code(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("Code").asString("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
