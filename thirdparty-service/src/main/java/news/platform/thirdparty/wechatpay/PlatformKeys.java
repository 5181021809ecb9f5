package news.platform.thirdparty.wechatpay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.Rsa;

/** Whether WeChat Pay signed a notification or an answer: by which of its keys says the header, and it is less than five minutes old. */
final class PlatformKeys {
    private static final String RSA = "WECHATPAY2-SHA256-RSA2048";
    private static final long WINDOW_SECONDS = 300;

    private final Map<String, PublicKey> keys;
    private final Clock clock;

    PlatformKeys(WechatpayProperties properties, Clock clock) {
        this.keys = properties.platformKeys().stream()
                .collect(Collectors.toMap(key -> known(key.serial()), key -> Rsa.publicKey(key.key())));
        this.clock = clock;
    }

    void verify(RawCallback signed) throws CallbackRefusedException {
        var timestamp = signed.header("wechatpay-timestamp");
        var nonce = signed.header("wechatpay-nonce");
        var serial = signed.header("wechatpay-serial");
        var signature = signed.header("wechatpay-signature");
        if (!timestamp.matches("[0-9]{1,15}")) {
            throw new CallbackRefusedException(Refusal.MALFORMED_HEADER);
        }
        if (!signed.headers().lines("wechatpay-signature-type").stream().allMatch(RSA::equals)) {
            throw new CallbackRefusedException(Refusal.UNSUPPORTED_SIGN_TYPE);
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) >= WINDOW_SECONDS) {
            throw new CallbackRefusedException(age > 0 ? Refusal.STALE_TIMESTAMP : Refusal.FUTURE_TIMESTAMP);
        }
        var key = keys.get(known(serial));
        if (key == null) {
            throw new CallbackRefusedException(Refusal.UNKNOWN_SERIAL);
        }
        if (!Rsa.verifies(key, lines(signed.body(), timestamp, nonce), signature)) {
            throw new CallbackRefusedException(Refusal.BAD_SIGNATURE);
        }
    }

    /** Each line with its end, the body's own too. */
    static byte[] lines(byte[] body, String... before) {
        var text = new ByteArrayOutputStream();
        for (var line : before) {
            text.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        text.writeBytes(body);
        text.write('\n');
        return text.toByteArray();
    }

    /** Numbers of certificates are hexadecimal, in either case. */
    private static String known(String serial) {
        return serial.toUpperCase(Locale.ROOT);
    }
}
