package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecurityAutoConfigurationTest {
    @Test
    void bringsTheAuditLog() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class))
                .run(started -> assertThat(started).hasSingleBean(AuditLog.class));
    }

    @Test
    void findsTheCallerInTheContext() throws Exception {
        Caller caller = new Caller("u1", "s1", Set.of("reader"), Instant.MAX, "t");

        Caller found = Context.current().withValue(Callers.KEY, caller).call(Callers::required);

        assertThat(found).isSameAs(caller);
        assertThat(found.hasAnyRole(List.of("admin", "reader"))).isTrue();
        assertThat(found.hasAnyRole(List.of())).isFalse();
        assertThat(Callers.current()).isEmpty();
    }

    @Test
    void refusesToNameAnAnonymousCaller() {
        assertThatThrownBy(Callers::required).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.of(PlatformReason.UNAUTHENTICATED)));
    }
}
