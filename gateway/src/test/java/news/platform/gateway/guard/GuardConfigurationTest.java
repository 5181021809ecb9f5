package news.platform.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.platform.gateway.guard.GuardProperties.AdmissionProperties;
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

    private static MockEnvironment production() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("production");
        return environment;
    }

    private static GuardProperties properties(List<String> trustedProxies) {
        return new GuardProperties(trustedProxies, Map.of(), 1, 1000, new AdmissionProperties(1, 10, 5, 1, 1));
    }
}
