package news.platform.thirdparty.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.platform.thirdparty.charge.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Signatures that the channels' own documents and tests have. */
class OfficialVectorsTest {
    private static final List<String> TYPES = List.of("rsa-sha256-pkcs1v15", "rsa-sha1-pkcs1v15");

    static Stream<JsonNode> signatures() {
        return Vectors.file("official.json")
                .path("vectors")
                .valueStream()
                .filter(vector -> TYPES.contains(vector.path("type").asString()));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void verifiesWhatIsSignedBySha256AndNothingElse(JsonNode vector) {
        boolean good = vector.path("type").asString().equals(TYPES.getFirst())
                && !vector.path("must_fail").asBoolean(false);

        assertThat(Rsa.verifies(
                        Rsa.publicKey(vector.path("public_pem").asString()),
                        Vectors.base64(vector.path("message_base64")),
                        vector.path("signature_base64").asString()))
                .isEqualTo(good);
    }
}
