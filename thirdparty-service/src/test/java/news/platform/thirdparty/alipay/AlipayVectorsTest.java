package news.platform.thirdparty.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import news.platform.thirdparty.alipay.AlipayProperties.PublicKey;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.Rsa;
import news.platform.thirdparty.channel.wire.RsaKeys;
import news.platform.thirdparty.charge.Vectors;
import news.platform.thirdparty.charge.Vectors.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AlipayVectorsTest {
    private static final String FILE = "alipay.json";
    /** Of SHA-256 in a PKCS#1 signature. */
    private static final String DIGEST_INFO = "3031300d060960864801650304020105000420";

    static Stream<Case> notifications() {
        return Vectors.cases(FILE, "notify", "message");
    }

    static Stream<Case> answers() {
        return Vectors.cases(FILE, "response");
    }

    /** Sent by a browser or by us. */
    static Stream<Case> forms() {
        return Vectors.cases(FILE, "request", "return");
    }

    static Stream<Case> thirdProtocol() {
        return Vectors.cases(FILE, "v3_request", "v3_response");
    }

    private static Stream<JsonNode> official(String... types) {
        return Vectors.file("official.json").path("vectors").valueStream().filter(vector -> List.of(types)
                .contains(vector.path("type").asString()));
    }

    static Stream<JsonNode> officialAnswers() {
        return official("alipay-response", "alipay-extract");
    }

    static Stream<JsonNode> officialDigests() {
        return official("rsa-sha256-digest");
    }

    static Stream<JsonNode> officialCiphers() {
        return official("aes-128-cbc-pkcs7-zero-iv");
    }

    @ParameterizedTest
    @MethodSource("notifications")
    void judgesNotificationsAsOthersDid(Case judged) {
        var properties = properties(judged);
        var keys = new AlipayKeys(properties);
        var channel =
                new AlipayChannel(properties, keys, new AlipayApi(properties, keys, new ChannelHttp(), judged.clock()));
        var amount = judged.node().path("order").path("amount").asString("19.99");

        Vectors.assertJudged(judged, channel, Amount.ofMajor(new BigDecimal(amount), "CNY"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void judgesAnswersAsOthersDid(Case judged) {
        var charset = Charset.forName(judged.config().path("charset").asString("utf-8"));
        judged.assertOutcome(outcome(() -> {
            var answer = AlipayAnswer.of(
                    new String(judged.body(), charset),
                    judged.config().path("api_method").asString());
            new AlipayKeys(properties(judged)).verify(answer.signed(charset), answer.sign(), answer.serial());
        }));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void judgesFormsAsOthersDid(Case judged) {
        judged.assertOutcome(outcome(() -> {
            boolean returned = judged.text("kind").equals("return");
            var path = judged.text("path");
            var query = path.substring(path.indexOf('?') + 1);
            var form = returned ? AlipayForm.of(query.getBytes(UTF_8), "") : AlipayForm.of(judged.body(), query);
            Set<String> leftOut = judged.config().path("keep_sign_type").asBoolean(false)
                    ? Set.of("sign")
                    : Set.of("sign", "sign_type");
            var text = form.signed(parameter ->
                    leftOut.contains(parameter.getKey()) || parameter.getValue().isEmpty());
            keys(judged).verify(text, form.require("sign"), "");
        }));
    }

    @ParameterizedTest
    @MethodSource("thirdProtocol")
    void judgesTheThirdProtocolAsOthersDid(Case judged) {
        judged.assertOutcome(judged.text("kind").equals("v3_request") ? v3Request(judged) : v3Answer(judged));
    }

    @ParameterizedTest
    @MethodSource("officialAnswers")
    void findsWhatIsSignedOfAnAnswer(JsonNode vector) throws CallbackRefusedException {
        var root = vector.path("root").asString();
        var answer = AlipayAnswer.of(
                new String(Vectors.base64(vector.path("body_base64")), UTF_8),
                root.substring(0, root.length() - "_response".length()));

        assertThat(answer.signed(UTF_8)).isEqualTo(Vectors.base64(vector.path("message_base64")));
        if (vector.has("public_pem")) {
            assertThat(Rsa.verifies(
                            Rsa.publicKey(vector.path("public_pem").asString()),
                            answer.signed(UTF_8),
                            vector.path("signature_base64").asString()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("officialDigests")
    void knowsWhichRuleAMessageWasSignedBy(JsonNode vector) throws Exception {
        var signature = Signature.getInstance("NONEwithRSA");
        signature.initVerify(Rsa.publicKey(vector.path("public_pem").asString()));
        signature.update(HexFormat.of()
                .parseHex(DIGEST_INFO + vector.path("message_sha256").asString()));

        assertThat(signature.verify(Vectors.base64(vector.path("signature_base64"))))
                .isEqualTo(!vector.path("must_fail").asBoolean(false));
    }

    @ParameterizedTest
    @MethodSource("officialCiphers")
    void knowsWhatIsEncrypted(JsonNode vector) throws Exception {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Vectors.base64(vector.path("key_base64")), "AES"),
                new IvParameterSpec(new byte[16]));

        assertThat(cipher.doFinal(Vectors.base64(vector.path("ciphertext_base64"))))
                .isEqualTo(Vectors.base64(vector.path("plaintext_base64")));
    }

    private static String v3Request(Case judged) {
        var header =
                Objects.requireNonNull(judged.headers().get("authorization")).getFirst();
        var scheme = "ALIPAY-SHA256withRSA ";
        int sign = header.indexOf(",sign=");
        if (!header.startsWith(scheme) || sign < 0) {
            return "malformed_header";
        }
        var text = header.substring(scheme.length(), sign) + "\n" + judged.text("method") + "\n" + judged.text("path")
                + "\n" + new String(judged.body(), UTF_8) + "\n";
        return outcome(() -> keys(judged).verify(text.getBytes(UTF_8), header.substring(sign + ",sign=".length()), ""));
    }

    private static String v3Answer(Case judged) {
        var callback = judged.callback();
        return outcome(() -> {
            var text = callback.header("alipay-timestamp") + "\n" + callback.header("alipay-nonce") + "\n"
                    + new String(judged.body(), UTF_8) + "\n";
            var serial = judged.headers().getOrDefault("alipay-sn", List.of("")).getFirst();
            keys(judged).verify(text.getBytes(UTF_8), callback.header("alipay-signature"), serial);
        });
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

    private static AlipayKeys keys(Case judged) {
        return new AlipayKeys(properties(judged));
    }

    /** The keys of whoever signed: of requests the application's. */
    private static AlipayProperties properties(Case judged) {
        var keys = new ArrayList<PublicKey>();
        Stream.concat(judged.keys("verify_keys", "verify"), judged.keys("request_keys", "application"))
                .forEach(key -> keys.add(new PublicKey(
                        key.path("alipay_cert_sn").asString(""),
                        key.path("public_pem").asString())));
        return new AlipayProperties(
                judged.config().path("app_id").asString("app"),
                judged.config().path("seller_id").asString("seller"),
                RsaKeys.ours(),
                keys,
                "https://news.example/",
                "",
                URI.create("http://127.0.0.1:1/gateway.do"));
    }
}
