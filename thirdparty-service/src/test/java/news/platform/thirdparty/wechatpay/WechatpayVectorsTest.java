package news.platform.thirdparty.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.security.Digests;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.Rsa;
import news.platform.thirdparty.channel.wire.RsaKeys;
import news.platform.thirdparty.charge.Vectors;
import news.platform.thirdparty.charge.Vectors.Case;
import news.platform.thirdparty.wechatpay.WechatpayProperties.PlatformKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WechatpayVectorsTest {
    private static final String FILE = "wechatpay-v3.json";
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final long WINDOW_SECONDS = 300;

    static Stream<Case> notifications() {
        return Vectors.cases(FILE, "notify");
    }

    static Stream<Case> answers() {
        return Vectors.cases(FILE, "response");
    }

    static Stream<Case> requests() {
        return Vectors.cases(FILE, "request");
    }

    static Stream<Case> invocations() {
        return Vectors.cases(FILE, "invoke_jsapi", "invoke_app");
    }

    static Stream<JsonNode> sealed() {
        return Vectors.file("official.json").path("vectors").valueStream().filter(vector -> List.of(
                        "aes-gcm", "wechat-notify")
                .contains(vector.path("type").asString()));
    }

    @ParameterizedTest
    @MethodSource("notifications")
    void judgesNotificationsAsOthersDid(Case judged) {
        var order = judged.node().path("order");

        Vectors.assertJudged(
                judged,
                channel(judged),
                new Amount(
                        order.path("amount_minor").asLong(1999),
                        order.path("currency").asString("CNY")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void judgesAnswersAsOthersDid(Case judged) {
        judged.assertOutcome(
                outcome(() -> new PlatformKeys(properties(judged), judged.clock()).verify(judged.callback())));
    }

    /** What the channel would say of requests like ours. */
    @ParameterizedTest
    @MethodSource("requests")
    void judgesRequestsAsOthersDid(Case judged) {
        judged.assertOutcome(judgedByTheChannel(judged));
    }

    @ParameterizedTest
    @MethodSource("invocations")
    void judgesWhatIsHandedToAppsAsOthersDid(Case judged) throws Exception {
        var body = JsonBody.of(judged.body());
        boolean app = judged.text("kind").equals("invoke_app");
        var text = Stream.of(
                        body.text("/appId"),
                        body.text("/timeStamp"),
                        body.text("/nonceStr"),
                        app ? body.text("/prepayId") : body.text("/package"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        var key = judged.keys("merchant_keys", "merchant").findFirst().orElseThrow();

        boolean good = Rsa.verifies(
                Rsa.publicKey(key.path("public_pem").asString()),
                text.getBytes(UTF_8),
                body.text(app ? "/sign" : "/paySign"));

        judged.assertOutcome(good ? "valid" : "bad_signature");
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void opensWhatOthersSealed(JsonNode vector) throws Exception {
        boolean notification = vector.path("type").asString().equals("wechat-notify");
        var resource = notification
                ? Resource.of(JsonBody.of(Vectors.base64(vector.path("body_base64"))))
                : new Resource(
                        vector.path("nonce_utf8").asString(),
                        vector.path("associated_data_utf8").asString(),
                        vector.path("ciphertext_base64").asString());

        var text = resource.opened(vector.path(notification ? "aead_key_utf8" : "key_utf8")
                .asString()
                .getBytes(UTF_8));

        assertThat(text).isPresent();
        if (vector.has("plaintext_base64")) {
            assertThat(text.orElseThrow()).isEqualTo(Vectors.base64(vector.path("plaintext_base64")));
        } else {
            assertThat(HexFormat.of().formatHex(Digests.sha256(text.orElseThrow())))
                    .isEqualTo(vector.path("plaintext_sha256").asString());
        }
    }

    private static String judgedByTheChannel(Case judged) {
        var header =
                Objects.requireNonNull(judged.headers().get("authorization")).getFirst();
        if (!header.contains(" ") || header.startsWith("mchid")) {
            return "malformed_header";
        }
        if (!header.startsWith("WECHATPAY2-SHA256-RSA2048 ")) {
            return "unsupported_sign_type";
        }
        var fields = FIELD.matcher(header).results().toList();
        var values = new HashMap<String, String>();
        fields.forEach(field -> values.put(field.group(1), field.group(2)));
        long age = judged.node().path("now").asLong() - Long.parseLong(value(values, "timestamp"));
        if (Math.abs(age) >= WINDOW_SECONDS) {
            return age > 0 ? "stale_timestamp" : "future_timestamp";
        }
        var key = judged.keys("merchant_keys", "merchant")
                .filter(known -> known.path("serial").asString().equals(value(values, "serial_no")))
                .findFirst();
        if (key.isEmpty()) {
            return "unknown_serial";
        }
        var body = judged.node().has("signed_body_base64")
                ? Vectors.base64(judged.node().path("signed_body_base64"))
                : judged.body();
        var text = PlatformKeys.lines(
                body,
                judged.text("method"),
                judged.text("path"),
                value(values, "timestamp"),
                value(values, "nonce_str"));
        return Rsa.verifies(Rsa.publicKey(key.get().path("public_pem").asString()), text, value(values, "signature"))
                ? "valid"
                : "bad_signature";
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private interface Verification {
        void run() throws CallbackRefusedException;
    }

    private static String outcome(Verification verification) {
        try {
            verification.run();
            return "valid";
        } catch (CallbackRefusedException e) {
            return e.refusal().word();
        }
    }

    private static PaymentChannel channel(Case judged) {
        var properties = properties(judged);
        return new WechatpayChannel(
                properties,
                new WechatpayApi(properties, new ChannelHttp(), judged.clock()),
                new PlatformKeys(properties, judged.clock()));
    }

    private static WechatpayProperties properties(Case judged) {
        var keys = new ArrayList<PlatformKey>();
        judged.keys("verify_keys", "verify")
                .forEach(key -> keys.add(new PlatformKey(
                        key.path("serial").asString(),
                        key.path("certificate_pem")
                                .asString(key.path("public_pem").asString()))));
        return new WechatpayProperties(
                judged.config().path("mchid").asString(),
                judged.config().path("appid").asString(),
                "1",
                RsaKeys.ours(),
                judged.keys("api_v3_keys", "api_v3").map(JsonNode::asString).toList(),
                keys,
                "https://news.example/",
                URI.create("http://127.0.0.1:1"));
    }
}
