package news.platform.thirdparty.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import news.platform.security.Digests;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.MalformedBodyException;
import news.platform.thirdparty.charge.Vectors;
import news.platform.thirdparty.charge.Vectors.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StripeVectorsTest {
    static Stream<Case> webhooks() {
        return Vectors.cases("stripe.json", "webhook");
    }

    static Stream<JsonNode> known() {
        return Vectors.file("official.json").path("vectors").valueStream().filter(vector -> vector.path("type")
                .asString()
                .equals("hmac-sha256-hex"));
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void judgesAsOthersDid(Case judged) throws MalformedBodyException {
        var secrets = judged.keys("secrets", "secrets")
                .map(key -> new String(Vectors.base64(key.path("base64")), StandardCharsets.UTF_8))
                .toList();
        var properties = new StripeProperties(
                "key",
                secrets,
                "https://news.example/paid",
                judged.config().path("livemode").asBoolean(),
                URI.create("http://127.0.0.1:1"));
        var order = judged.node().path("order");

        Vectors.assertJudged(
                judged,
                new StripeChannel(properties, new ChannelHttp(), judged.clock()),
                order.isMissingNode()
                        ? new Amount(1999, "CNY")
                        : StripeAmounts.of(
                                order.path("amount_minor").asLong(),
                                order.path("currency").asString()));
    }

    @ParameterizedTest
    @MethodSource("known")
    void makesTheMacsThatAreKnown(JsonNode vector) {
        var mac = Digests.hmacSha256(
                vector.path("key_utf8").asString().getBytes(StandardCharsets.UTF_8),
                Vectors.base64(vector.path("message_base64")));

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo(vector.path("mac_hex").asString());
    }
}
