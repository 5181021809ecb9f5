package news.platform.user.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.platform.security.AuditLog;
import news.platform.security.token.SecurityProperties;
import news.platform.test.PlatformTest;
import news.platform.test.TestClock;
import news.platform.test.grpc.TestCertificates;
import news.platform.topology.Topology;
import news.platform.user.AtOnce;
import news.platform.work.Rounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SigningKeysIT {
    @Autowired
    AuditLog audit;

    @Autowired
    SigningKeys keys;

    @Autowired
    StoredKeys stored;

    @Autowired
    AccessTokens accessTokens;

    @Autowired
    KeyProperties properties;

    @Autowired
    SecurityProperties security;

    @Autowired
    TransactionTemplate transaction;

    /** Of nobody who would start them: here keys are refreshed by hand. */
    private final Rounds rounds = new Rounds(new SimpleMeterRegistry());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    /** One key, in force, made once: it takes a while. */
    @BeforeEach
    @AfterEach
    void startWithOneKey() {
        clock.reset();
        SigningKey first = keys.inForce();
        jdbc.sql("delete from signing_key").update();
        stored.add(new SigningKey(first.rsa(), clock.instant(), clock.instant()));
        keys.refresh();
    }

    @Test
    void publishesTheKeyThatVerifiesItsTokens() throws Exception {
        SignedJWT token = issue();

        HttpResponse<String> answer = jwks();

        assertThat(Topology.load()
                        .find("user")
                        .orElseThrow()
                        .routes()
                        .getFirst()
                        .cache())
                .isEqualTo("public, max-age=" + JwksController.MAX_AGE.toSeconds());
        assertThat(verifies(JWKSet.parse(answer.body()), token)).isTrue();
        assertThat(answer.body()).doesNotContain("\"d\"");
    }

    @Test
    void writesTheClaimsThatThePlatformVerifies() throws ParseException {
        SignedJWT token = issue();

        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getHeader().getAlgorithm()).hasToString("RS256");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(security.issuer());
        assertThat(claims.getAudience()).containsExactly("news-platform");
        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getStringClaim("sid")).isEqualTo("session");
        assertThat(claims.getStringListClaim("roles")).containsExactly("reader");
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
    }

    @Test
    void publishesTheNextKeyBeforeItsUseAndTheLastAfterIt() throws ParseException {
        SignedJWT first = issue();
        clock.advance(properties.rotation().minus(properties.publishAhead()));
        keys.refresh();
        assertThat(keys.published().size()).isEqualTo(2);
        assertThat(kid(issue())).isEqualTo(kid(first));

        clock.advance(properties.publishAhead().plusSeconds(1));
        SignedJWT second = issue();
        assertThat(kid(second)).isNotEqualTo(kid(first));
        assertThat(verifies(keys.published(), first)).isTrue();
        assertThat(verifies(keys.published(), second)).isTrue();

        clock.advance(Duration.ofHours(2));
        assertThat(verifies(keys.published(), first)).isFalse();
        assertThat(verifies(keys.published(), second)).isTrue();
    }

    @Test
    void forgetsPrivateKeysThatAreOver() {
        for (int i = 0; i < 3; i++) {
            clock.advance(properties.rotation());
            keys.refresh();
        }

        assertThat(jdbc.sql("select count(*) from signing_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void agreesWithEveryOtherReplica() throws InterruptedException {
        List<SigningKeys> replicas = List.of(replica(), replica(), replica(), replica());
        var waiting = new ConcurrentLinkedQueue<>(replicas);
        clock.advance(properties.rotation());

        AtOnce.run(4, () -> refreshed(waiting.remove()));

        clock.advance(properties.publishAhead().plusSeconds(1));
        assertThat(replicas)
                .extracting(replica -> replica.inForce().id())
                .containsOnly(replicas.getFirst().inForce().id());
        assertThat(replicas.getFirst().published().size()).isEqualTo(2);
    }

    @Test
    void signsWithAKeyOfItsOwnWhenItCannotReadTheLast() {
        var unset = new KeyProperties(null, properties.rotation(), properties.publishAhead());
        var other = new SigningKeys(
                new StoredKeys(jdbc, new KeyCipher(unset, new MockEnvironment())),
                unset,
                security,
                clock,
                audit,
                transaction,
                rounds);

        other.refresh();

        assertThat(other.inForce().id()).isNotEqualTo(keys.inForce().id());
        assertThat(other.published().size()).isEqualTo(2);
    }

    private SigningKeys replica() {
        return refreshed(new SigningKeys(stored, properties, security, clock, audit, transaction, rounds));
    }

    private static SigningKeys refreshed(SigningKeys replica) {
        replica.refresh();
        return replica;
    }

    private SignedJWT issue() throws ParseException {
        return SignedJWT.parse(accessTokens.issue("ann", "session", List.of("reader")));
    }

    private static String kid(SignedJWT token) {
        return token.getHeader().getKeyID();
    }

    private static boolean verifies(JWKSet published, SignedJWT token) {
        var key = published.getKeyByKeyId(kid(token));
        try {
            return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> jwks() throws Exception {
        var content = TestCertificates.context(TestCertificates.of("content-service"));
        try (var client = HttpClient.newBuilder().sslContext(content).build()) {
            var address = URI.create("https://127.0.0.1:" + port + "/.well-known/jwks.json");
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
