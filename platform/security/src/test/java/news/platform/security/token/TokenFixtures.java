package news.platform.security.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.util.unit.DataSize;

/** Tokens, keys and a clock that stands still until it is moved. */
final class TokenFixtures {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private TokenFixtures() {}

    static SecurityProperties properties(URI jwksUri, Duration minInterval, Duration maxAge) {
        return new SecurityProperties(
                "https://news-platform.local",
                "news-platform",
                jwksUri,
                Duration.ofSeconds(5),
                LIFETIME,
                "news.user.session.revoked.v1",
                DataSize.ofMegabytes(1),
                Duration.ofMillis(500),
                maxAge,
                minInterval);
    }

    static SecurityProperties properties() {
        return properties(URI.create("http://localhost/unused"), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    static RSAKey rsaKey(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWKSource<SecurityContext> source(JWK... keys) {
        return new ImmutableJWKSet<>(new JWKSet(List.of(keys)));
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://news-platform.local")
                .audience("news-platform")
                .subject("u1")
                .claim("sid", "s1")
                .claim("roles", List.of("reader", "editor"))
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(LIFETIME)))
                .jwtID("j1");
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).type(new JOSEObjectType("at+jwt"));
    }

    static String token(RSAKey key) {
        return token(key, claims -> claims);
    }

    static String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return sign(
                    header(JWSAlgorithm.RS256, key.getKeyID()).build(),
                    change.apply(claims()).build(),
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that is moved by hand. */
    static final class HandClock extends Clock {
        private volatile Instant now = NOW;

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
