package news.platform.security.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.security.Caller;
import news.platform.security.RightsClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Spring Security's decoder, narrowed to the tokens of this platform, with a memory. */
final class NimbusTokenVerifier implements TokenVerifier {
    private static final String TOKEN_TYPE = "at+jwt";
    private static final int MAX_TOKEN_LENGTH = 8192;
    private static final int ENTRY_OVERHEAD = 512;
    private static final Duration EVENT_DELAY = Duration.ofMinutes(1);

    private final JWKSource<SecurityContext> keys;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> verified;
    private final Cache<String, Boolean> ended;

    NimbusTokenVerifier(JWKSource<SecurityContext> keys, SecurityProperties properties, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.decoder = decoder(keys);
        this.decoder.setJwtValidator(validator(properties, clock));
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.verified = Caffeine.newBuilder()
                .maximumWeight(properties.cacheSize().toBytes())
                .<String, Verified>weigher((token, entry) -> token.length() + ENTRY_OVERHEAD)
                .expireAfter(Expiry.<String, Verified>creating(
                        (token, entry) -> Duration.ofMillis(entry.expiresAt() - clock.millis())))
                .ticker(ticker)
                .build();
        // bounded by time alone: one forgotten early would be a revoked token that is good again
        this.ended = Caffeine.newBuilder()
                .expireAfterWrite(
                        properties.tokenLifetime().plus(properties.clockSkew()).plus(EVENT_DELAY))
                .ticker(ticker)
                .build();
    }

    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.add(SignatureAlgorithm.RS256);
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TOKEN_TYPE))))
                .build();
    }

    private static OAuth2TokenValidator<Jwt> validator(SecurityProperties properties, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times, new JwtIssuerValidator(properties.issuer()), new JwtAudienceValidator(properties.audience())));
    }

    @Override
    public Caller verify(String token) {
        Verified known = lookUp(token);
        if (known != null) {
            return known.caller().orElseThrow();
        }
        Caller caller = decode(token);
        if (ended.getIfPresent(caller.sessionId()) != null) {
            throw new InvalidTokenException("The session of the access token has ended.");
        }
        if (caller.expiresAt().toEpochMilli() > clock.millis()) {
            verified.put(token, Verified.of(caller));
        }
        return caller;
    }

    @Override
    public Optional<Caller> remembered(String token) {
        Verified known = lookUp(token);
        return known == null ? Optional.empty() : known.caller();
    }

    @Override
    public void forgetSession(String sessionId) {
        ended.put(sessionId, Boolean.TRUE);
    }

    /** Allocates nothing and takes no lock. */
    private @Nullable Verified lookUp(String token) {
        Verified entry = verified.getIfPresent(token);
        if (entry == null || entry.expiresAt() <= clock.millis() || ended.getIfPresent(entry.sessionId()) != null) {
            return null;
        }
        return entry;
    }

    private Caller decode(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            throw invalid();
        }
        try {
            return caller(decoder.decode(token));
        } catch (JwtException e) {
            if (keysUnavailable(e)) {
                throw new DomainException(
                                PlatformReason.KEYS_UNAVAILABLE, "The access token cannot be checked for now.")
                        .retryAfter(Duration.ofSeconds(1));
            }
            throw invalid();
        } catch (IllegalArgumentException | ClassCastException e) {
            throw invalid();
        }
    }

    private static Caller caller(Jwt jwt) {
        Instant expiresAt = jwt.getExpiresAt();
        String userId = jwt.getSubject();
        String sessionId = jwt.getClaim("sid") instanceof String sid ? sid : "";
        boolean signedByNamedKey = jwt.getHeaders().get("kid") instanceof String kid && !kid.isBlank();
        if (expiresAt == null || userId == null || userId.isBlank() || sessionId.isBlank() || !signedByNamedKey) {
            throw invalid();
        }
        return new Caller(
                userId,
                sessionId,
                roles(jwt.getClaim("roles")),
                RightsClaim.read(jwt.getClaim(RightsClaim.NAME)),
                expiresAt,
                jwt.getTokenValue());
    }

    private static Set<String> roles(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case List<?> roles
            when roles.stream().allMatch(String.class::isInstance) ->
                Set.copyOf(roles.stream().map(String.class::cast).toList());
            default -> throw invalid();
        };
    }

    /** Whether it is the keys that are missing, not the token that is wrong: a key unknown to a fresh set is wrong. */
    private boolean keysUnavailable(JwtException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return keys instanceof PublishedKeys published && !published.reachable();
            }
            if (cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }

    private static InvalidTokenException invalid() {
        return new InvalidTokenException("The access token is not valid.");
    }

    /** What is remembered of a token, ready to be answered. */
    private record Verified(Optional<Caller> caller, String sessionId, long expiresAt) {
        static Verified of(Caller caller) {
            return new Verified(
                    Optional.of(caller), caller.sessionId(), caller.expiresAt().toEpochMilli());
        }
    }
}
