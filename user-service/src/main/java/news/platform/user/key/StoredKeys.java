package news.platform.user.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Collection;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys in the database, their private halves encrypted. */
@Component
final class StoredKeys {
    /** Names the lock of those who rotate; any number that nobody else uses in this database. */
    private static final long ROTATION_LOCK = 0x6b65_7972_6f74_0001L;

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    StoredKeys(JdbcClient jdbc, KeyCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Waits until no other replica rotates, and keeps them from it until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ROTATION_LOCK)
                .query()
                .singleRow();
    }

    KeyRing load() {
        return new KeyRing(jdbc.sql("select id, public_key, private_key, create_time, use_from from signing_key")
                .query((row, number) -> key(row))
                .list());
    }

    void add(SigningKey key) {
        jdbc.sql("""
                        insert into signing_key (id, public_key, private_key, create_time, use_from)
                        values (:id, :public, :private, :created, :from)""")
                .param("id", key.id())
                .param("public", key.rsa().toPublicJWK().toJSONString())
                .param("private", cipher.encrypt(key.id(), pkcs8(key.rsa())))
                .param("created", Instants.parameter(key.createTime()))
                .param("from", Instants.parameter(key.useFrom()))
                .update();
    }

    void remove(Collection<SigningKey> keys) {
        String[] ids = keys.stream().map(SigningKey::id).toArray(String[]::new);
        jdbc.sql("delete from signing_key where id = any (:ids)")
                .param("ids", ids)
                .update();
    }

    private SigningKey key(ResultSet row) throws SQLException {
        RSAKey rsa = parse(row.getString("public_key"));
        Optional<byte[]> pkcs8 = cipher.decrypt(rsa.getKeyID(), row.getBytes("private_key"));
        RSAKey pair = pkcs8.isEmpty()
                ? rsa
                : new RSAKey.Builder(rsa).privateKey(privateKey(pkcs8.get())).build();
        return new SigningKey(pair, Instants.of(row, "create_time"), Instants.of(row, "use_from"));
    }

    private static RSAKey parse(String jwk) {
        try {
            return JWK.parse(jwk).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("a public key in the database is no JWK", e);
        }
    }

    private static byte[] pkcs8(RSAKey key) {
        try {
            return key.toPrivateKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
