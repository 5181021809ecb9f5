package news.platform.thirdparty.channel.wire;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Two pairs of keys, made once: ours and a channel's. */
public final class RsaKeys {
    public static final KeyPair OURS = pair();
    public static final KeyPair CHANNEL = pair();

    private RsaKeys() {}

    public static String pem(Key key, String what) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + what + "-----\n";
    }

    public static String ours() {
        return pem(OURS.getPrivate(), "PRIVATE KEY");
    }

    public static String channel() {
        return pem(CHANNEL.getPublic(), "PUBLIC KEY");
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
