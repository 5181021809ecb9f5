package news.platform.thirdparty.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.security.Digests;

/**
 * A request to Alibaba Cloud, signed as ACS3-HMAC-SHA256: over its query, its headers and its empty body, for a quarter of an hour
 * and once, by its nonce.
 *
 * @param query its parameters
 */
record SignedRequest(URI url, String action, String version, SortedMap<String, String> query) {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    HttpRequest.Builder by(String keyId, String keySecret, Instant now, String nonce) {
        var headers = headers(now, nonce);
        var signed = String.join(";", headers.keySet());
        var request = HttpRequest.newBuilder(url.resolve("/?" + queryString()))
                .POST(BodyPublishers.noBody())
                .header(
                        "Authorization",
                        ALGORITHM + " Credential=" + keyId + ",SignedHeaders=" + signed + ",Signature="
                                + signature(keySecret, headers, signed));
        // the client writes the host itself
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return request;
    }

    private SortedMap<String, String> headers(Instant now, String nonce) {
        var headers = new TreeMap<String, String>();
        headers.put("host", url.getAuthority());
        headers.put("x-acs-action", action);
        headers.put("x-acs-content-sha256", hex(Digests.sha256("")));
        headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-version", version);
        return headers;
    }

    private String signature(String keySecret, SortedMap<String, String> headers, String signed) {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        var canonical =
                String.join("\n", "POST", "/", queryString(), lines, signed, headers.get("x-acs-content-sha256"));
        var text = ALGORITHM + "\n" + hex(Digests.sha256(canonical));
        return hex(
                Digests.hmacSha256(keySecret.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
    }

    private String queryString() {
        return query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As RFC 3986 has it, which forms do not. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
