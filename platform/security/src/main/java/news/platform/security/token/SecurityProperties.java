package news.platform.security.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How access tokens are verified, and what their issuer must write into them.
 *
 * @param issuer who makes the tokens (claim {@code iss}). Default: https://news-platform.local
 * @param audience whom they are made for (one of claim {@code aud}). Default: news-platform
 * @param jwksUri where the issuer publishes its keys. No default of its own: the table of services says it
 * @param clockSkew how far clocks may differ at {@code exp} and {@code nbf}. Default: 5s
 * @param tokenLifetime the longest that the issuer lets a token live; an ended session is remembered for as long. Default:
 *     10m
 * @param revocationEvent the CloudEvents type whose subject is the id of a session that has ended. Default:
 *     news.user.session.revoked.v1
 * @param cacheSize how much memory verified tokens may take. Default: 32MB
 * @param jwksTimeout how long connecting and reading may each take. Default: 2s
 * @param jwksMaxAge after how long keys are fetched again. Default: 5m
 * @param jwksMinInterval two fetches at most in this time, however many unknown keys are asked for. Default: 5s
 */
@ConfigurationProperties("news.security")
public record SecurityProperties(
        @DefaultValue("https://news-platform.local") String issuer,
        @DefaultValue("news-platform") String audience,
        URI jwksUri,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("news.user.session.revoked.v1") String revocationEvent,
        @DefaultValue("32MB") DataSize cacheSize,
        @DefaultValue("2s") Duration jwksTimeout,
        @DefaultValue("5m") Duration jwksMaxAge,
        @DefaultValue("5s") Duration jwksMinInterval) {

    public SecurityProperties {
        require(!issuer.isBlank(), "issuer", issuer, "not blank");
        require(!audience.isBlank(), "audience", audience, "not blank");
        require(jwksUri != null && jwksUri.isAbsolute(), "jwks-uri", jwksUri, "an absolute address");
        require(!clockSkew.isNegative(), "clock-skew", clockSkew, ">= 0s");
        require(tokenLifetime.isPositive(), "token-lifetime", tokenLifetime, "> 0s");
        require(cacheSize.toBytes() > 0, "cache-size", cacheSize, "> 0B");
        require(jwksTimeout.toMillis() > 0, "jwks-timeout", jwksTimeout, "> 0s");
        require(jwksMinInterval.toMillis() > 0, "jwks-min-interval", jwksMinInterval, "> 0s");
        require(
                jwksMaxAge.compareTo(jwksMinInterval) > 0 && jwksMaxAge.compareTo(jwksTimeout.multipliedBy(2)) > 0,
                "jwks-max-age",
                jwksMaxAge,
                "> jwks-min-interval and > twice jwks-timeout");
    }

    private static void require(boolean holds, String name, @Nullable Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.security." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
