package news.platform.security.token;

import static news.platform.security.token.TokenFixtures.claims;
import static news.platform.security.token.TokenFixtures.header;
import static news.platform.security.token.TokenFixtures.sign;
import static news.platform.security.token.TokenFixtures.token;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tokens with our claims that are not signed as ours are, by what is wrong with them. */
final class WrongTokens {
    private WrongTokens() {}

    static Map<String, String> of(RSAKey key) {
        try {
            Map<String, String> tokens = new LinkedHashMap<>();
            addAlgorithms(tokens, key);
            addHeaders(tokens, key);
            addSignatures(tokens, key);
            return tokens;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAlgorithms(Map<String, String> tokens, RSAKey key) throws JOSEException {
        JWTClaimsSet claims = claims().build();
        for (JWSAlgorithm algorithm : Set.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            tokens.put(algorithm + " by our key", sign(header(algorithm, "k1").build(), claims, new RSASSASigner(key)));
        }
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        tokens.put(
                "HS256 with our public key as the secret",
                sign(header(JWSAlgorithm.HS256, "k1").build(), claims, new MACSigner(publicKey)));
        tokens.put(
                "ES256 by a stranger's key",
                sign(
                        header(JWSAlgorithm.ES256, "k1").build(),
                        claims,
                        new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
        EncryptedJWT encrypted = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                        .keyID("k1")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        encrypted.encrypt(new RSAEncrypter(key));
        tokens.put("encrypted to our key", encrypted.serialize());
    }

    private static void addHeaders(Map<String, String> tokens, RSAKey key) throws JOSEException {
        JWTClaimsSet claims = claims().build();
        RSASSASigner signer = new RSASSASigner(key);
        JWSHeader ours = header(JWSAlgorithm.RS256, "k1").build();
        RSAKey strangers = TokenFixtures.rsaKey("k1");
        tokens.put(
                "an ID token's type",
                sign(new JWSHeader.Builder(ours).type(JOSEObjectType.JWT).build(), claims, signer));
        tokens.put("no type", sign(new JWSHeader.Builder(ours).type(null).build(), claims, signer));
        tokens.put("no kid", sign(new JWSHeader.Builder(ours).keyID(null).build(), claims, signer));
        tokens.put(
                "an unknown kid", sign(new JWSHeader.Builder(ours).keyID("k2").build(), claims, signer));
        tokens.put(
                "a critical header nobody knows",
                sign(
                        header(JWSAlgorithm.RS256, "k1")
                                .criticalParams(Set.of("exp"))
                                .customParam("exp", 1)
                                .build(),
                        claims,
                        signer));
        tokens.put(
                "the stranger's key in its header",
                sign(
                        new JWSHeader.Builder(ours).jwk(strangers.toPublicJWK()).build(),
                        claims,
                        new RSASSASigner(strangers)));
        tokens.put(
                "the address of the stranger's keys in its header",
                sign(
                        new JWSHeader.Builder(ours)
                                .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                                .build(),
                        claims,
                        new RSASSASigner(strangers)));
    }

    private static void addSignatures(Map<String, String> tokens, RSAKey key) {
        String token = token(key);
        int dot = token.lastIndexOf('.');
        char last = token.charAt(dot + 10);
        tokens.put("a stranger's signature under our kid", token(TokenFixtures.rsaKey("k1")));
        tokens.put(
                "a changed signature",
                token.substring(0, dot + 10) + (last == 'A' ? 'B' : 'A') + token.substring(dot + 11));
        tokens.put("a signature cut short", token.substring(0, token.length() - 4));
        tokens.put("no signature", token.substring(0, dot + 1));
        tokens.put("no third part", token.substring(0, dot));
        tokens.put("a fourth part", token + ".AAAA");
        tokens.put("another token's claims", anothersClaims(key, token));
        tokens.put("a space in it", token.substring(0, 5) + " " + token.substring(5));
    }

    private static String anothersClaims(RSAKey key, String token) {
        String[] parts = token.split("\\.");
        String[] others = token(key, claims -> claims.subject("u2")).split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }
}
