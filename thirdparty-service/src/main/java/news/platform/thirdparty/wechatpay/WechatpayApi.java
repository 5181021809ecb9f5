package news.platform.thirdparty.wechatpay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.UUID;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.Rsa;

/** Asks WeChat Pay: each request signed by the merchant, each answer verified. */
final class WechatpayApi {
    private static final byte[] NOTHING = {};

    private final WechatpayProperties properties;
    private final ChannelHttp http;
    private final Clock clock;
    private final PlatformKeys keys;
    private final PrivateKey key;

    WechatpayApi(WechatpayProperties properties, ChannelHttp http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
        this.keys = new PlatformKeys(properties, clock);
        this.key = Rsa.privateKey(properties.privateKey());
    }

    /**
     * An answer that WeChat Pay signed.
     *
     * @param pathAndQuery encoded, as it is sent
     */
    HttpResponse<byte[]> get(String pathAndQuery) throws IOException {
        var uri = properties.url().resolve(pathAndQuery);
        return verified(http.exchange(signed("GET", uri, NOTHING).GET()));
    }

    HttpResponse<byte[]> post(String path, Object body) throws IOException {
        var bytes = JsonBody.bytes(body);
        var uri = properties.url().resolve(path);
        return verified(http.exchange(signed("POST", uri, bytes)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes))));
    }

    /** A file, which WeChat Pay does not sign: its digest was in an answer that it did. */
    byte[] file(URI uri) throws IOException {
        var answer = http.statement(signed("GET", uri, NOTHING).GET());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder signed(String method, URI uri, byte[] body) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var pathAndQuery = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        var signature = Rsa.sign(key, PlatformKeys.lines(body, method, pathAndQuery, timestamp, nonce));
        return HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%s\",serial_no=\"%s\",signature=\"%s\""
                                .formatted(
                                        properties.merchantId(),
                                        nonce,
                                        timestamp,
                                        properties.merchantSerial(),
                                        signature))
                .header("Wechatpay-Serial", properties.platformKeys().getFirst().serial());
    }

    private HttpResponse<byte[]> verified(HttpResponse<byte[]> answer) throws IOException {
        try {
            keys.verify(new RawCallback(name -> answer.headers().allValues(name), "", answer.body()));
            return answer;
        } catch (CallbackRefusedException e) {
            throw new IOException("an answer that is not signed: " + e.refusal().word());
        }
    }
}
