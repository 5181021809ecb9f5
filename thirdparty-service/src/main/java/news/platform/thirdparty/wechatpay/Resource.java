package news.platform.thirdparty.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.MalformedBodyException;

/** What a notification tells, encrypted by an APIv3 key: AES-256-GCM, the tag behind the text. */
record Resource(String nonce, String associatedData, String ciphertext) {
    private static final int TAG_BITS = 128;

    static Resource of(JsonBody notification) throws MalformedBodyException, CallbackRefusedException {
        if (!notification.text("/resource/algorithm").equals("AEAD_AES_256_GCM")) {
            throw new CallbackRefusedException(Refusal.UNSUPPORTED_ALGORITHM);
        }
        return new Resource(
                notification.text("/resource/nonce"),
                notification.textOr("/resource/associated_data", ""),
                notification.text("/resource/ciphertext"));
    }

    byte[] opened(List<String> keys) throws CallbackRefusedException {
        return keys.stream()
                .flatMap(key -> opened(key.getBytes(UTF_8)).stream())
                .findFirst()
                .orElseThrow(() -> new CallbackRefusedException(Refusal.DECRYPT_FAILED));
    }

    Optional<byte[]> opened(byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return Optional.of(cipher.doFinal(Base64.getDecoder().decode(ciphertext)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
