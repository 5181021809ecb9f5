package news.platform.thirdparty.alipay;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.Rsa;

/** Whether Alipay signed something. */
final class AlipayKeys {
    private record Key(String serial, PublicKey key) {}

    private final List<Key> keys;

    AlipayKeys(AlipayProperties properties) {
        this.keys = properties.publicKeys().stream()
                .map(key -> new Key(key.serial(), Rsa.publicKey(key.key())))
                .toList();
    }

    /**
     * A notification. Of parameters without a value Alipay's own libraries disagree whether they are signed: either way will do. Of
     * messages that are none of payments, which name their method, the type of signature is signed, too.
     */
    void verify(AlipayForm form) throws CallbackRefusedException {
        var sign = form.require("sign");
        if (!form.value("sign_type").orElse("RSA2").equals("RSA2")) {
            throw new CallbackRefusedException(Refusal.UNSUPPORTED_SIGN_TYPE);
        }
        Set<String> leftOut = form.value("method").isPresent() ? Set.of("sign") : Set.of("sign", "sign_type");
        var dropped = form.signed(parameter ->
                leftOut.contains(parameter.getKey()) || parameter.getValue().isEmpty());
        var kept = form.signed(parameter -> leftOut.contains(parameter.getKey()));
        if (keys.stream()
                .noneMatch(key -> Rsa.verifies(key.key(), dropped, sign) || Rsa.verifies(key.key(), kept, sign))) {
            throw new CallbackRefusedException(Refusal.BAD_SIGNATURE);
        }
    }

    /**
     * An answer.
     *
     * @param serial of the certificate by which it is signed; empty where it does not say
     */
    void verify(byte[] text, String sign, String serial) throws CallbackRefusedException {
        var named = keys.stream()
                .filter(key -> serial.isEmpty() || key.serial().equals(serial))
                .toList();
        if (named.isEmpty()) {
            throw new CallbackRefusedException(Refusal.UNKNOWN_SERIAL);
        }
        if (named.stream().noneMatch(key -> Rsa.verifies(key.key(), text, sign))) {
            throw new CallbackRefusedException(Refusal.BAD_SIGNATURE);
        }
    }
}
