package news.platform.gateway.hot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import news.platform.security.RightsClaim;
import news.platform.test.TestTokens;

/** Tokens that say something of rights; and what tokens say, without verifying them: the twin behind the edge believes it. */
final class Tokens {

    private Tokens() {}

    static boolean says(String authorization, String words) {
        var payload = authorization.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).contains(words);
    }

    /** Of a reader to whom everything is open, as far as the token knows. */
    static String everything(String userId, long version, Instant now) {
        return bearer(userId, Map.of("version", version, "everything", List.of(List.of(0))), now);
    }

    /** Of a reader to whom something is open, as far as the token knows. */
    static String some(String userId, long version, Instant now) {
        return bearer(userId, Map.of("version", version, "some", List.of(List.of(0))), now);
    }

    /** Of a reader to whom everything is open until then, as far as the token knows. */
    static String everythingUntil(String userId, Instant until, Instant now) {
        return bearer(userId, Map.of("version", 1, "everything", List.of(List.of(0, until.getEpochSecond()))), now);
    }

    /** Of a reader to whom nothing is open, as far as the token knows. */
    static String nothing(String userId, long version, Instant now) {
        return bearer(userId, Map.of("version", version), now);
    }

    private static String bearer(String userId, Map<String, Object> rights, Instant now) {
        return "Bearer "
                + TestTokens.with(claims -> claims.subject(userId)
                        .claim("sid", "session-of-" + userId)
                        .claim("roles", List.of("reader"))
                        .claim(RightsClaim.NAME, rights)
                        .expirationTime(Date.from(now.plusSeconds(600))));
    }
}
