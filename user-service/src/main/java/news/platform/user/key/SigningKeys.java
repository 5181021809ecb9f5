package news.platform.user.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.token.SecurityProperties;
import news.platform.work.Rounds;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys as this replica knows them, read anew each minute. A key is made when the last one has nearly signed for its time,
 * by whichever replica comes first; it is published long before its use, so that by then every replica and every verifier
 * knows it, and all change over at the same moment.
 */
@Component
final class SigningKeys implements InitializingBean {
    private static final int KEY_BITS = 2048;
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** For clocks that differ, and for replicas that cannot read a successor yet. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final StoredKeys stored;
    private final KeyProperties properties;
    private final SecurityProperties security;
    private final Clock clock;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private volatile KeyRing ring = new KeyRing(List.of());

    SigningKeys(
            StoredKeys stored,
            KeyProperties properties,
            SecurityProperties security,
            Clock clock,
            AuditLog audit,
            TransactionTemplate transaction,
            Rounds rounds) {
        this.stored = stored;
        this.properties = properties;
        this.security = security;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
        rounds.every("signing-keys", EVERY, this::refresh);
    }

    @Override
    public void afterPropertiesSet() {
        refresh();
    }

    /** The key that signs now. */
    SigningKey inForce() {
        return ring.inForce(clock.instant()).orElseThrow(() -> new IllegalStateException("no signing key is in force"));
    }

    /** What verifiers need: the keys in force, to come, and of tokens that may still be valid. */
    JWKSet published() {
        return new JWKSet(ring.published(clock.instant(), keep()).stream()
                .map(key -> key.rsa().toPublicJWK())
                .map(JWK.class::cast)
                .toList());
    }

    /** Reads the keys, and rotates them when it is time. */
    void refresh() {
        KeyRing known = stored.load();
        ring = due(known).isPresent() ? rotated() : known;
    }

    private KeyRing rotated() {
        Optional<AuditEvent> made = Objects.requireNonNull(transaction.execute(status -> {
            stored.lock();
            KeyRing known = stored.load();
            return due(known).map(useFrom -> rotate(known, useFrom));
        }));
        made.ifPresent(audit::record);
        return stored.load();
    }

    private AuditEvent rotate(KeyRing known, Instant useFrom) {
        var key = new SigningKey(generate(), clock.instant(), useFrom);
        stored.add(key);
        var over = new ArrayList<SigningKey>(known.keys());
        over.removeAll(known.published(clock.instant(), keep()));
        stored.remove(over);
        return AuditEvent.succeeded("key-rotation")
                .with("key", key.id())
                .with("use-from", useFrom.toString())
                .with(
                        "removed",
                        String.join(",", over.stream().map(SigningKey::id).toList()));
    }

    private Optional<Instant> due(KeyRing known) {
        return known.nextUseFrom(clock.instant(), properties.rotation(), properties.publishAhead());
    }

    private Duration keep() {
        return security.tokenLifetime().plus(MARGIN);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
