package news.platform.thirdparty.push;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.push.AccessToken.Issued;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account of a program at Google, which has access by a token that it signs itself (RFC 7523). */
final class ServiceAccount {
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration ASSERTED_FOR = Duration.ofMinutes(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode fields;
    private final RSASSASigner signer;
    private final Posts posts;

    /** @param json as Google gives it out */
    ServiceAccount(String json, Posts posts) {
        try {
            this.fields = JSON.readTree(json);
        } catch (JacksonException _) {
            // the cause would show the secret
            throw new IllegalArgumentException("news.thirdparty.fcm.service-account (expected: the JSON of a key)");
        }
        this.signer = new RSASSASigner(Signing.key(field("private_key")));
        this.posts = posts;
    }

    String projectId() {
        return field("project_id");
    }

    /** Access for an hour. */
    Issued access(Instant now) throws IOException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(field("client_email"))
                .audience(field("token_uri"))
                .claim("scope", SCOPE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTED_FOR)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(field("private_key_id"))
                .build();
        var form = "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion="
                + Signing.signed(header, claims, signer);
        var answer = posts.exchange(HttpRequest.newBuilder(URI.create(field("token_uri")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IOException("Google gives no access to " + field("client_email") + ": " + answer.statusCode());
        }
        try {
            var token = JSON.readTree(answer.body());
            return new Issued(
                    "Bearer " + token.required("access_token").asString(),
                    now.plusSeconds(token.required("expires_in").asLong()));
        } catch (JacksonException e) {
            throw new IOException("Google's answer is no token", e);
        }
    }

    private String field(String name) {
        var value = fields.path(name).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("news.thirdparty.fcm.service-account has no " + name);
        }
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
