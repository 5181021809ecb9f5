package news.platform.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.gateway.guard.GuardProperties.AdmissionProperties;
import news.platform.messaging.ReplicaHandler.Begin;
import news.platform.security.Caller;
import news.platform.security.token.TokenVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class GuardConfigurationTest {

    private final GuardConfiguration configuration = new GuardConfiguration();

    @Test
    void warnsWhenProductionTrustsNoProxy(CapturedOutput output) {
        configuration.clientAddresses(properties(List.of()), production());

        assertThat(output).contains("WARN").contains("news.gateway.guard.trusted-proxies is empty");
    }

    @Test
    void saysNothingWhereProxiesAreTrustedOrItIsNotProduction(CapturedOutput output) {
        configuration.clientAddresses(properties(List.of("10.0.0.0/8")), production());
        configuration.clientAddresses(properties(List.of()), new MockEnvironment());

        assertThat(output).doesNotContain("trusted-proxies");
    }

    @Test
    void looksBackForRevocationsAsFarAsTokensLive() {
        var sessions = new RevokedSessions("revoked", Duration.ofMinutes(42), new NoTokens());

        assertThat(sessions.begin()).isEqualTo(new Begin.End(Duration.ofMinutes(42)));
    }

    private static MockEnvironment production() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("production");
        return environment;
    }

    private static GuardProperties properties(List<String> trustedProxies) {
        return new GuardProperties(trustedProxies, Map.of(), 1, 1000, "revoked", new AdmissionProperties(1, 10, 5));
    }

    private static final class NoTokens implements TokenVerifier {

        @Override
        public Caller verify(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Caller> remembered(String token) {
            return Optional.empty();
        }

        @Override
        public void forgetSession(String sessionId) {
            // nothing to forget
        }
    }
}
