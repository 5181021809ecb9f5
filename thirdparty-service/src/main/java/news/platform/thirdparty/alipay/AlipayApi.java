package news.platform.thirdparty.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.Rsa;

/** Asks Alipay's gateway: each request signed by the application, each answer verified. UTF-8 both ways. */
final class AlipayApi {
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final int OK = 200;

    private final AlipayProperties properties;
    private final AlipayKeys keys;
    private final ChannelHttp http;
    private final Clock clock;
    private final PrivateKey key;

    AlipayApi(AlipayProperties properties, AlipayKeys keys, ChannelHttp http, Clock clock) {
        this.properties = properties;
        this.keys = keys;
        this.http = http;
        this.clock = clock;
        this.key = Rsa.privateKey(properties.privateKey());
    }

    /** The whole of a request, signed: for a browser, too. Values are left out where they are empty, the type of signature is not. */
    SortedMap<String, String> request(String method, Map<String, ?> content) {
        var parameters = new TreeMap<String, String>();
        parameters.put("app_id", properties.appId());
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", TIME.format(clock.instant().atOffset(CHINA)));
        parameters.put("version", "1.0");
        parameters.put("notify_url", properties.notifyUrl());
        parameters.put("return_url", properties.returnUrl());
        parameters.put("biz_content", new String(JsonBody.bytes(content), UTF_8));
        parameters.values().removeIf(String::isEmpty);
        parameters.put("sign", Rsa.sign(key, new AlipayForm(UTF_8, parameters).signed(_ -> false)));
        return parameters;
    }

    /** What Alipay answers, its signature verified. */
    JsonBody call(String method, Map<String, ?> content) throws IOException {
        var body = request(method, content).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var answer = http.exchange(HttpRequest.newBuilder(URI.create(properties.url() + "?charset=utf-8"))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        try {
            var said = AlipayAnswer.of(new String(answer.body(), UTF_8), method);
            keys.verify(said.signed(UTF_8), said.sign(), said.serial());
            return JsonBody.of(said.signed(UTF_8));
        } catch (CallbackRefusedException e) {
            throw new IOException("an answer that is not signed: " + e.refusal().word());
        }
    }

    /** A file, whose address was in an answer that was signed. */
    byte[] file(URI uri) throws IOException {
        var answer = http.statement(HttpRequest.newBuilder(uri).GET());
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }
}
