package news.platform.thirdparty.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.thirdparty.Http2Web;
import news.platform.thirdparty.Http2Web.Answer;
import news.platform.thirdparty.Http2Web.Asked;

/** APNs as Apple's documentation has it: HTTP/2 alone, tokens of at most an hour, a reason for each refusal. */
final class ApnsStandIn implements AutoCloseable {
    private static final KeyPair KEY = Keys.pair("EC", 256);
    private static final String DEVICE = "/3/device/";

    private final Http2Web web;
    private final Clock clock;
    private final Map<String, Answer> errors = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private final List<Asked> sent = new CopyOnWriteArrayList<>();

    ApnsStandIn(Path folder, Clock clock) {
        this.clock = clock;
        this.web = new Http2Web(folder, this::answer);
    }

    /** Requests whose pushes it took. */
    List<Asked> sent() {
        return sent;
    }

    List<Asked> asked() {
        return web.asked();
    }

    /** The tokens that it was shown. */
    Set<String> tokens() {
        return tokens;
    }

    /** Takes no token that it was shown so far. */
    void forgetTokens() {
        forgotten.addAll(tokens);
    }

    /** Answers so about this device. */
    void about(String device, Answer answer) {
        errors.put(device, answer);
    }

    ApnsProperties properties(URI url) {
        return new ApnsProperties(Keys.pem(KEY.getPrivate()), "KEY1", "TEAM1", "example.news", url);
    }

    URI uri() {
        return web.uri();
    }

    static Answer reason(int status, String reason) {
        return Answer.of(status, "{\"reason\":\"" + reason + "\"}");
    }

    private Answer answer(Asked asked) {
        if (!asked.protocol().equals("HTTP/2.0") || !asked.path().startsWith(DEVICE)) {
            return reason(404, "BadPath");
        }
        var token = asked.headers().getOrDefault("authorization", "").replace("bearer ", "");
        tokens.add(token);
        if (!isGood(token)) {
            return reason(403, forgotten.contains(token) ? "ExpiredProviderToken" : "InvalidProviderToken");
        }
        if (!"example.news".equals(asked.headers().get("apns-topic"))) {
            return reason(400, "BadTopic");
        }
        if (asked.body().getBytes(StandardCharsets.UTF_8).length > 4096) {
            return reason(413, "PayloadTooLarge");
        }
        var error = errors.get(asked.path().substring(DEVICE.length()));
        if (error != null) {
            return error;
        }
        sent.add(asked);
        return Answer.of(200, "");
    }

    private boolean isGood(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var age = Duration.between(claims.getIssueTime().toInstant(), clock.instant());
            return !forgotten.contains(token)
                    && jwt.verify(new ECDSAVerifier((ECPublicKey) KEY.getPublic()))
                    && jwt.getHeader().getKeyID().equals("KEY1")
                    && claims.getIssuer().equals("TEAM1")
                    && age.compareTo(Duration.ofHours(1)) < 0;
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
