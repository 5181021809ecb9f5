package news.platform.gateway.hot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads a token without verifying it: the twin behind the edge believes what it is told. */
final class Tokens {

    private Tokens() {}

    static boolean hasRole(String authorization, String role) {
        var payload = authorization.split("\\.", -1)[1];
        var claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return claims.contains("\"" + role + "\"");
    }
}
