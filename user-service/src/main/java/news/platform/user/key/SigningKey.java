package news.platform.user.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair, or its public half alone where this process cannot read the private one.
 *
 * @param rsa its key id is the JWK thumbprint
 * @param useFrom when it starts to sign
 */
record SigningKey(RSAKey rsa, Instant createTime, Instant useFrom) {
    String id() {
        return rsa.getKeyID();
    }

    boolean readable() {
        return rsa.isPrivate();
    }
}
