package news.platform.user.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import news.platform.persistence.IdSource;
import news.platform.security.RightsClaim;
import news.platform.security.token.SecurityProperties;
import news.platform.user.right.KnownRights;
import org.springframework.stereotype.Component;

/**
 * Makes access tokens (JWT, RS256, {@code at+jwt}) that every part of the platform verifies by the published keys. What is open to
 * their owner is said as this service knows it when a token is made.
 */
@Component
public final class AccessTokens {
    private final SigningKeys keys;
    private final SecurityProperties security;
    private final KnownRights rights;
    private final IdSource ids;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SecurityProperties security, KnownRights rights, IdSource ids, Clock clock) {
        this.keys = keys;
        this.security = security;
        this.rights = rights;
        this.ids = ids;
        this.clock = clock;
    }

    /** How long a token is valid. */
    public Duration lifetime() {
        return security.tokenLifetime();
    }

    /** A token that is valid from now on. */
    public String issue(String userId, String sessionId, List<String> roles) {
        var now = clock.instant();
        var end = now.plus(lifetime());
        SigningKey key = keys.inForce();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.id())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(security.issuer())
                .audience(List.of(security.audience()))
                .subject(userId)
                .claim("sid", sessionId)
                .claim("roles", roles)
                .claim(RightsClaim.NAME, RightsClaim.of(rights.of(userId, now), now, end))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(end))
                .jwtID(ids.next())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key.rsa()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
