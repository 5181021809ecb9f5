package news.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Access tokens as user-service makes them (RS256, {@code at+jwt}, ten minutes), signed by a key of this JVM. A
 * {@link PlatformTest} accepts them: it is given {@link #jwksUri()}, {@link #ISSUER} and {@link #AUDIENCE}. Thread-safe.
 */
public final class TestTokens {
    /** The {@code iss} claim. */
    public static final String ISSUER = "https://news-platform.local";
    /** The only value of the {@code aud} claim. */
    public static final String AUDIENCE = "news-platform";

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration USE = Duration.ofMinutes(3);
    private static final Map<String, String> USED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /**
     * A valid token of the user with the given roles, in a session named {@code session-of-<id>}; the same for a few minutes,
     * because signing one takes longer than most calls.
     */
    public static String user(String id, String... roles) {
        long now = Instant.now().getEpochSecond() / USE.toSeconds();
        return USED.computeIfAbsent(
                id + List.of(roles) + now,
                _ -> with(claims ->
                        claims.subject(id).claim("sid", "session-of-" + id).claim("roles", List.of(roles))));
    }

    /** The same, but it expired five minutes ago. */
    public static String expired(String id, String... roles) {
        Instant then = Instant.now().minusSeconds(300);
        return with(claims -> claims.subject(id)
                .claim("sid", "session-of-" + id)
                .claim("roles", List.of(roles))
                .issueTime(Date.from(then.minus(LIFETIME)))
                .notBeforeTime(Date.from(then.minus(LIFETIME)))
                .expirationTime(Date.from(then)));
    }

    /** Like {@link #user}, but signed by a key that no JWKS names. */
    public static String forged(String id, String... roles) {
        return sign(
                claims().subject(id)
                        .claim("sid", "session-of-" + id)
                        .claim("roles", List.of(roles))
                        .build(),
                Stranger.KEY);
    }

    /** A token with the claims changed at will; without a change it is valid and of the user "somebody" without roles. */
    public static String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(claims()).build(), Issuer.KEY);
    }

    /** Where this JVM serves the public key. */
    public static String jwksUri() {
        return Issuer.JWKS_URI;
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("somebody")
                .claim("sid", "session-of-somebody")
                .claim("roles", List.of())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made by the JVM when first used. */
    private static final class Stranger {
        static final RSAKey KEY = key("stranger");
    }

    /** Made by the JVM when first used. */
    private static final class Issuer {
        static final RSAKey KEY = key("test");
        static final String JWKS_URI = serve(new JWKSet(KEY.toPublicJWK()).toString());

        private static String serve(String jwks) {
            byte[] body = jwks.getBytes(StandardCharsets.UTF_8);
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/.well-known/jwks.json", exchange -> {
                    exchange.getResponseHeaders().set("content-type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
                server.start();
                return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
