package news.platform.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.security.token.TokenFixtures.HandClock;
import news.platform.test.TrialData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wycheproof's vectors, their keys published beside ours: none is a token of our issuer, none may break the verifier. */
class WycheproofTest {
    private static final RSAKey OURS = TokenFixtures.rsaKey("ours");

    @ParameterizedTest
    @ValueSource(strings = {"json_web_crypto_test.json", "json_web_key_test.json"})
    void refusesEveryVectorAndFailsOnNone(String file) throws Exception {
        Map<String, Object> vectors =
                JSONObjectUtils.parse(Files.readString(TrialData.require("open/jose/" + file)), 10_000_000);
        int tried = 0;

        for (Map<String, Object> group : JSONObjectUtils.getJSONObjectArray(vectors, "testGroups")) {
            TokenVerifier verifier = new NimbusTokenVerifier(
                    TokenFixtures.source(keys(group).toArray(JWK[]::new)), TokenFixtures.properties(), new HandClock());
            for (Map<String, Object> vector : JSONObjectUtils.getJSONObjectArray(group, "tests")) {
                String token = String.valueOf(vector.getOrDefault("jws", vector.get("jwe")));
                assertThatThrownBy(() -> verifier.verify(token))
                        .as("%s %s %s", file, vector.get("tcId"), vector.get("comment"))
                        .isInstanceOf(InvalidTokenException.class);
                tried++;
            }
            assertThat(verifier.verify(TokenFixtures.token(OURS)).userId()).isEqualTo("u1");
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static List<JWK> keys(Map<String, Object> group) throws ParseException {
        List<JWK> keys = new ArrayList<>(List.of(OURS));
        for (String name : List.of("public", "private")) {
            Map<String, Object> value = group.containsKey(name) ? JSONObjectUtils.getJSONObject(group, name) : Map.of();
            List<Map<String, Object>> candidates = value.containsKey("keys")
                    ? List.of(JSONObjectUtils.getJSONObjectArray(value, "keys"))
                    : List.of(value);
            candidates.stream().flatMap(WycheproofTest::parse).forEach(keys::add);
        }
        return keys;
    }

    /** Keys that cannot be parsed would not be published either. */
    private static Stream<JWK> parse(Map<String, Object> key) {
        try {
            return Stream.of(JWK.parse(key));
        } catch (ParseException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
