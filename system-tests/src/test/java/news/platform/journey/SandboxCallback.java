package news.platform.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox tells, signed as it signs. */
record SandboxCallback(String timestamp, String signature, byte[] body) {
    private static final String HEX = "0123456789abcdef";

    /** That a payment of so many fen was paid. */
    static SandboxCallback paid(String paymentId, long amountMinor) {
        var now = Instant.now();
        var body = new JsonMapper()
                .writeValueAsString(Map.of(
                        "eventId",
                        "ev-" + UUID.randomUUID(),
                        "type",
                        "charge.paid",
                        "reference",
                        paymentId.replace("-", ""),
                        "amountMinor",
                        amountMinor,
                        "currency",
                        "CNY",
                        "transactionId",
                        "tx-" + UUID.randomUUID(),
                        "time",
                        now.toString()))
                .getBytes(UTF_8);
        var timestamp = Long.toString(now.getEpochSecond());
        return new SandboxCallback(timestamp, sign(timestamp, body), body);
    }

    private static String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningPlatform.SANDBOX_SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many, each other than this one in one byte: of the timestamp, the signature or the body, all over them. */
    List<SandboxCallback> altered(int count) {
        int length = timestamp.length() + signature.length() + body.length;
        return IntStream.range(0, count)
                .mapToObj(number -> altered(number, number * length / count))
                .toList();
    }

    private SandboxCallback altered(int number, int place) {
        if (place < timestamp.length()) {
            return new SandboxCallback(altered(timestamp, place, number), signature, body);
        }
        int inSignature = place - timestamp.length();
        if (inSignature < signature.length()) {
            return new SandboxCallback(timestamp, altered(signature, inSignature, number), body);
        }
        var other = body.clone();
        other[inSignature - signature.length()] ^= (byte) (1 << number % 8);
        return new SandboxCallback(timestamp, signature, other);
    }

    private static String altered(String text, int place, int number) {
        int digits = text.length() == HEX.length() * 4 ? HEX.length() : 10;
        int other = (HEX.indexOf(text.charAt(place)) + 1 + number % (digits - 1)) % digits;
        return text.substring(0, place) + HEX.charAt(other) + text.substring(place + 1);
    }

    /** The status by which it is answered. */
    int sentTo(HttpClient http, String edge) {
        var request = HttpRequest.newBuilder(URI.create(edge + "/api/v1/webhooks/payments/sandbox"))
                .header("content-type", "application/json")
                .header("x-sandbox-timestamp", timestamp)
                .header("x-sandbox-signature", signature)
                .POST(BodyPublishers.ofByteArray(body));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return timestamp + "." + signature + "." + new String(body, UTF_8);
    }
}
