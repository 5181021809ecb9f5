package news.platform.thirdparty.sms;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import news.platform.security.Digests;
import news.platform.thirdparty.Http2Web;
import news.platform.thirdparty.Http2Web.Answer;
import news.platform.thirdparty.Http2Web.Asked;

/** Alibaba Cloud's SMS as its documentation has it: signatures are computed anew from what came, nonces are taken once. */
final class SmsStandIn implements AutoCloseable {
    private final Http2Web web;
    private final Map<String, Answer> errors = new ConcurrentHashMap<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();

    SmsStandIn(Path folder) {
        web = new Http2Web(folder, this::answer);
    }

    /** The parameters of messages that it took. */
    List<Map<String, String>> sent() {
        return sent;
    }

    List<Asked> asked() {
        return web.asked();
    }

    /** Answers so about this number. */
    void about(String number, Answer answer) {
        errors.put(number, answer);
    }

    URI uri() {
        return web.uri();
    }

    private Answer answer(Asked asked) {
        if (!isSigned(asked)) {
            return Answer.of(400, "{\"Code\":\"SignatureDoesNotMatch\"}");
        }
        if (!nonces.add(asked.headers().get("x-acs-signature-nonce"))) {
            return Answer.of(400, "{\"Code\":\"SignatureNonceUsed\"}");
        }
        var parameters = Arrays.stream(asked.query().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        var error = errors.get(parameters.get("PhoneNumbers"));
        if (error != null) {
            return error;
        }
        sent.add(parameters);
        return Answer.of(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"1\"}");
    }

    private static boolean isSigned(Asked asked) {
        var authorization = asked.headers().getOrDefault("authorization", "");
        var names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        var headers = Arrays.stream(names.split(";"))
                .map(name -> name + ":" + asked.headers().get(name) + "\n")
                .collect(Collectors.joining());
        var canonical = "POST\n/\n" + asked.query() + "\n" + headers + "\n" + names + "\n"
                + HexFormat.of().formatHex(Digests.sha256(asked.body()));
        var signature = Digests.hmacSha256(
                "secret".getBytes(StandardCharsets.UTF_8),
                ("ACS3-HMAC-SHA256\n" + HexFormat.of().formatHex(Digests.sha256(canonical)))
                        .getBytes(StandardCharsets.UTF_8));
        return authorization.startsWith("ACS3-HMAC-SHA256 Credential=key,")
                && authorization.endsWith("Signature=" + HexFormat.of().formatHex(signature));
    }

    @Override
    public void close() {
        web.close();
    }
}
