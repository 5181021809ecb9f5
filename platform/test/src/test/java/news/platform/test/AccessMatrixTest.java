package news.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.Server;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** That a service which keeps to its contract passes is seen in each service; here is one that admits everybody. */
class AccessMatrixTest {
    private Server server;
    private TestCallee callee;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, TestCertificates.server("probe"))
                .addService(new ProbeServiceGrpc.ProbeServiceImplBase() {})
                .build()
                .start();
        callee = new TestCallee(new MockEnvironment()
                .withProperty("spring.application.name", "probe")
                .withProperty("local.grpc.server.port", "" + server.getPort()));
    }

    @AfterEach
    void stop() {
        callee.destroy();
        server.shutdownNow();
    }

    @Test
    void failsWhereverAServiceAdmitsWhomItsContractDoesNot() {
        var matrix = new AccessMatrix(List.of(ProbeServiceGrpc.getServiceDescriptor()), callee, TestTokens::user);

        var tests = matrix.tests().toList();

        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .contains(
                        "news.platform.probe.v1.ProbeService/ChangeByRole by nobody known: UNAUTHENTICATED",
                        "news.platform.probe.v1.ProbeService/ChangeByRole by a user without the role: PERMISSION_DENIED",
                        "news.platform.probe.v1.ProbeService/ChangeByRole by editor: ADMITTED",
                        "news.platform.probe.v1.ProbeService/ChangeDefault by an expired token: UNAUTHENTICATED",
                        "news.platform.probe.v1.ProbeService/Watch by nobody known: ADMITTED");
        assertThat(tests).allSatisfy(test -> assertThat(passes(test))
                .isEqualTo(test.getDisplayName().endsWith("ADMITTED")));
    }

    private static boolean passes(DynamicTest test) {
        try {
            Objects.requireNonNull(test.getExecutable()).execute();
            return true;
        } catch (AssertionError failed) {
            return false;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
