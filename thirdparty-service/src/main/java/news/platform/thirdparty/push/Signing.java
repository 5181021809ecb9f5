package news.platform.thirdparty.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.util.Objects;
import org.springframework.boot.ssl.pem.PemContent;

/** Tokens that this platform signs for others. */
final class Signing {
    private Signing() {}

    /** The key of a PEM text. */
    static PrivateKey key(String pem) {
        return Objects.requireNonNull(PemContent.of(pem).getPrivateKey(), "a private key in PEM");
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(header.getAlgorithm() + " with such a key", e);
        }
        return token.serialize();
    }
}
