package news.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.MethodDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.Priority;
import news.platform.edge.v1.Purge;
import news.platform.edge.v1.Rate;
import news.platform.edge.v1.Vary;
import news.platform.probe.v1.ProbeRequest;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void readsWhatTheContractStates() {
        Policy policy = Policy.of(method("GetPublic"));

        assertThat(policy.access()).isEqualTo(Access.ACCESS_PUBLIC);
        assertThat(policy.priority()).isEqualTo(Priority.PRIORITY_CRITICAL);
        assertThat(policy.deadline()).isEqualTo(Duration.ofMillis(300));
        assertThat(policy.maxConcurrent()).isEqualTo(3);
        assertThat(policy.fallback()).isEqualTo(Fallback.FALLBACK_STALE);
        assertThat(policy.successStatus()).isEqualTo(201);
        assertThat(policy.cache())
                .contains(new CacheRules(
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        Set.of(Vary.VARY_ENTITLEMENT),
                        Duration.ofSeconds(2),
                        List.of(Purge.newBuilder()
                                .setEvent("news.probe.probe.changed.v1")
                                .build()),
                        List.of("text"),
                        List.of("outdated")));
    }

    @Test
    void fillsInDefaultsAndClosesWhatIsNotSaid() {
        Policy policy = Policy.of(method("ChangeDefault"));

        assertThat(policy)
                .isEqualTo(new Policy(
                        Access.ACCESS_USER,
                        Set.of(),
                        Set.of(),
                        Priority.PRIORITY_NORMAL,
                        Duration.ofSeconds(2),
                        64,
                        Fallback.FALLBACK_NONE,
                        Optional.empty(),
                        Rate.RATE_WRITE,
                        IdempotencyKey.IDEMPOTENCY_KEY_NONE,
                        Optional.empty(),
                        200,
                        false,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of()));
    }

    @Test
    void treatsAMethodWithoutAPolicyAsInternal() {
        assertThat(Policy.of(method("GetInternal")).access()).isEqualTo(Access.ACCESS_INTERNAL);
    }

    @Test
    void paysSafeMethodsFromTheReadBucket() {
        assertThat(Policy.of(method("GetOptional")).rate()).isEqualTo(Rate.RATE_READ);
    }

    @Test
    void givesACallThatWaitsTwoSecondsMoreThanItWaits() {
        Policy policy = Policy.of(method("LongPoll"));
        Waits waits = policy.waits().orElseThrow();

        assertThat(waits.deadline(waiting(5))).isEqualTo(Duration.ofSeconds(7));
        assertThat(waits.deadline(waiting(0))).isEqualTo(Duration.ofSeconds(2));
        assertThat(waits.deadline(waiting(3600))).isEqualTo(Duration.ofSeconds(22));
        assertThat(waits.deadline(waiting(-1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.deadline()).isEqualTo(Duration.ofSeconds(22));
        assertThat(policy.maxConcurrent()).isEqualTo(1000);
    }

    private static ProbeRequest waiting(int seconds) {
        return ProbeRequest.newBuilder().setWaitSeconds(seconds).build();
    }

    static MethodDescriptor method(String name) {
        return ProbeRequest.getDescriptor()
                .getFile()
                .findServiceByName("ProbeService")
                .findMethodByName(name);
    }
}
