package news.platform.thirdparty.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.thirdparty.Http2Web;
import news.platform.thirdparty.Http2Web.Answer;
import news.platform.thirdparty.Http2Web.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google as FCM's documentation has it: access by a signed assertion, sending by HTTP v1, errors as {@code FcmError}. */
final class FcmStandIn implements AutoCloseable {
    private static final KeyPair KEY = Keys.pair("RSA", 2048);
    private static final JsonMapper JSON = new JsonMapper();

    private final Http2Web web;
    private final Map<String, Answer> errors = new ConcurrentHashMap<>();
    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger accesses = new AtomicInteger();

    FcmStandIn(Path folder) {
        web = new Http2Web(folder, this::answer);
    }

    /** Messages that it took. */
    List<JsonNode> sent() {
        return sent;
    }

    List<Asked> asked() {
        return web.asked();
    }

    /** How often it gave access. */
    int accesses() {
        return accesses.get();
    }

    /** Takes no access that it gave so far. */
    void forgetAccess() {
        accesses.incrementAndGet();
    }

    /** Answers so about this device. */
    void about(String token, Answer answer) {
        errors.put(token, answer);
    }

    URI uri() {
        return web.uri();
    }

    String serviceAccount() {
        return JSON.writeValueAsString(Map.of(
                "type",
                "service_account",
                "project_id",
                "news-app",
                "private_key_id",
                "key-1",
                "private_key",
                Keys.pem(KEY.getPrivate()),
                "client_email",
                "push@news-app.iam.gserviceaccount.com",
                "token_uri",
                uri() + "/token"));
    }

    private Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/token" -> access(asked.body());
            case "/v1/projects/news-app/messages:send" -> send(asked);
            default -> Answer.of(404, "{}");
        };
    }

    private Answer access(String form) {
        var grant = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
        var decoded = URLDecoder.decode(form, StandardCharsets.UTF_8);
        if (!decoded.startsWith(grant) || !isSigned(decoded.substring(grant.length()))) {
            return Answer.of(400, "{\"error\":\"invalid_grant\"}");
        }
        return Answer.of(
                200,
                "{\"access_token\":\"access-%d\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"
                        .formatted(accesses.incrementAndGet()));
    }

    private boolean isSigned(String assertion) {
        try {
            var token = SignedJWT.parse(assertion);
            var claims = token.getJWTClaimsSet();
            var length = Duration.between(
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            return token.verify(new RSASSAVerifier((RSAPublicKey) KEY.getPublic()))
                    && claims.getIssuer().equals("push@news-app.iam.gserviceaccount.com")
                    && claims.getAudience().equals(List.of(uri() + "/token"))
                    && claims.getStringClaim("scope").equals("https://www.googleapis.com/auth/firebase.messaging")
                    && length.compareTo(Duration.ofHours(1)) <= 0;
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private Answer send(Asked asked) {
        if (!("Bearer access-" + accesses).equals(asked.headers().get("authorization"))) {
            return Answer.of(401, error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.", ""));
        }
        if (asked.body().getBytes(StandardCharsets.UTF_8).length > 4096) {
            return Answer.of(400, error(400, "INVALID_ARGUMENT", "Message is too big", "INVALID_ARGUMENT"));
        }
        var message = JSON.readTree(asked.body()).required("message");
        var error = errors.get(message.required("token").asString());
        if (error != null) {
            return error;
        }
        sent.add(message);
        return Answer.of(200, "{\"name\":\"projects/news-app/messages/" + sent.size() + "\"}");
    }

    /** @param fcmCode FCM's own code; empty where it says none */
    static String error(int code, String status, String message, String fcmCode) {
        var details = fcmCode.isEmpty()
                ? "{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[]}"
                : "{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"" + fcmCode
                        + "\"}";
        return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\",\"details\":[%s]}}"
                .formatted(code, message, status, details);
    }

    @Override
    public void close() {
        web.close();
    }
}
