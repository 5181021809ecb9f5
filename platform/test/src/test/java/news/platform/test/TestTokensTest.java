package news.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    @Test
    void verifyWithTheServedKey() throws Exception {
        JWTClaimsSet claims = verify(TestTokens.user("anna", "reader", "editor"));

        assertThat(claims.getSubject()).isEqualTo("anna");
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly(TestTokens.AUDIENCE);
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("reader", "editor"));
        assertThat(claims.getStringClaim("sid")).isEqualTo("session-of-anna");
    }

    @Test
    void expireWhereTheTestSaysSo() {
        assertThatThrownBy(() -> verify(TestTokens.expired("anna"))).isInstanceOf(BadJOSEException.class);
    }

    @Test
    void doNotVerifyWhereTheyAreForged() {
        assertThatThrownBy(() -> verify(TestTokens.forged("anna", "admin"))).isInstanceOf(BadJOSEException.class);
    }

    private static JWTClaimsSet verify(String token) throws Exception {
        var keys = new ImmutableJWKSet<SecurityContext>(
                JWKSet.load(URI.create(TestTokens.jwksUri()).toURL()));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        return processor.process(token, null);
    }
}
