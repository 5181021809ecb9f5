package news.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import java.time.Duration;
import java.util.Map;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.Rate;
import news.platform.edge.v1.Vary;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final String GET = "news.platform.probe.v1.ProbeService/GetPublic";

    @Test
    void answersTheContractWhenNothingIsOverridden() {
        Policies policies = new Policies(Map.of());

        assertThat(policies.of(ProbeServiceGrpc.getGetPublicMethod()))
                .isEqualTo(Policy.of(PolicyTest.method("GetPublic")))
                .isSameAs(policies.of(PolicyTest.method("GetPublic")));
    }

    @Test
    void findsThePolicyOfAHandMadeDescriptorByItsName() {
        MethodDescriptor<ProbeRequest, ProbeResponse> handMade = handMade(GET);

        assertThat(new Policies(Map.of()).of(handMade).access()).isEqualTo(Access.ACCESS_PUBLIC);
        assertThat(Policies.isSafe(handMade)).isTrue();
    }

    @Test
    void treatsAMethodOutsideTheContractAsInternal() {
        MethodDescriptor<ProbeRequest, ProbeResponse> unknown = handMade("some.Other/Method");

        assertThat(new Policies(Map.of()).of(unknown).access()).isEqualTo(Access.ACCESS_INTERNAL);
        assertThat(Policies.isSafe(unknown)).isFalse();
    }

    @Test
    void overridesFieldsInAnyCaseStyleAndLeavesTheOthers() {
        Policies policies = new Policies(Map.of(
                GET,
                Map.of(
                        "max-concurrent", "8",
                        "access", "optional",
                        "fallback", "FALLBACK_EMPTY",
                        "deadline", "1500ms",
                        "rate", "search",
                        "cache.maxAge", "PT7S",
                        "cache.longest-age", "1h",
                        "cache.stale_if_error", "1m")));

        Policy policy = policies.of(ProbeServiceGrpc.getGetPublicMethod());

        assertThat(policy.maxConcurrent()).isEqualTo(8);
        assertThat(policy.access()).isEqualTo(Access.ACCESS_OPTIONAL);
        assertThat(policy.fallback()).isEqualTo(Fallback.FALLBACK_EMPTY);
        assertThat(policy.deadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(policy.rate()).isEqualTo(Rate.RATE_SEARCH);
        CacheRules cache = policy.cache().orElseThrow();
        assertThat(cache.maxAge()).isEqualTo(Duration.ofSeconds(7));
        assertThat(cache.longestAge()).isEqualTo(Duration.ofHours(1));
        assertThat(cache.staleIfError()).isEqualTo(Duration.ofMinutes(1));
        assertThat(cache.staleWhileRevalidate()).isEqualTo(Duration.ofSeconds(30));
        assertThat(cache.vary()).containsExactly(Vary.VARY_ENTITLEMENT);
        assertThat(policy.successStatus()).isEqualTo(201);
    }

    @Test
    void keepsNothingAnyMoreWhenTheAgeIsZero() {
        Policies policies = new Policies(Map.of(GET, Map.of("cache.max-age", "0s", "fallback", "none")));

        assertThat(policies.of(ProbeServiceGrpc.getGetPublicMethod()).cache()).isEmpty();
    }

    @Test
    void letsAnOperatorCloseWhatIsOpen() {
        Policies policies = new Policies(Map.of(
                "news.platform.probe.v1.ProbeService/GetOptional",
                Map.of("access", "roles", "roles", "admin"),
                "news.platform.probe.v1.ProbeService/ChangeByRole",
                Map.of("roles", "admin")));

        assertThat(policies.of(ProbeServiceGrpc.getGetOptionalMethod()).access())
                .isEqualTo(Access.ACCESS_ROLES);
        assertThat(policies.of(ProbeServiceGrpc.getChangeByRoleMethod()).roles())
                .containsExactly("admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ChangeByRole | access | user          | access: ACCESS_USER (expected: nothing looser than ACCESS_ROLES
                    ChangeByRole | roles  | admin, reader | roles: [admin, reader] (expected: some of [editor, admin]
                    ChangeByRole | roles  | ''            | policy.roles: no role may call it
                    GetOptional  | access | public        | access: ACCESS_PUBLIC (expected: nothing looser
                    GetOptional  | access | signed        | access: ACCESS_SIGNED (expected: nothing looser
                    PushSigned   | access | user          | access: ACCESS_USER (expected: nothing looser
                    GetInternal  | access | public        | access: ACCESS_PUBLIC (expected: nothing looser
                    GetOptional  | cache.max-age | 5s     | cache.max-age: 5s (expected: only for a method whose answers are kept)
                    GetOptional  | fallback | stale       | policy.fallback: FALLBACK_STALE without a cache
                    """)
    void opensNothingAndKeepsTheRules(String method, String field, String value, String message) {
        String name = "news.platform.probe.v1.ProbeService/" + method;

        assertThatThrownBy(() -> new Policies(Map.of(name, Map.of(field, value))))
                .hasMessageContaining("policy override of " + name)
                .hasMessageContaining(message);
    }

    @Test
    void replacesAllOverridesAtOnceAndGoesBackToTheContract() {
        Policies policies = new Policies(Map.of(GET, Map.of("max-concurrent", "8")));
        Policy before = policies.of(ProbeServiceGrpc.getGetPublicMethod());

        policies.override(Map.of());

        assertThat(before.maxConcurrent()).isEqualTo(8);
        assertThat(policies.of(ProbeServiceGrpc.getGetPublicMethod()).maxConcurrent())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    max-concurent       | 8           | max-concurent: cannot be overridden (expected: one of access, roles
                    max-concurrent      | 0           | max-concurrent: 0 (expected: a whole number >= 1)
                    max-concurrent      | 100001      | max-concurrent: 100001 (expected: 1 to 100000)
                    max-concurrent      | many        | max-concurrent: many
                    deadline            | 0s          | deadline: PT0S (expected: > 0s, <= 1h)
                    deadline            | -1s         | deadline: -1s (expected: a duration as 500ms or 2s)
                    deadline            | 2h          | deadline: PT2H (expected: > 0s, <= 1h)
                    access              | EVERYBODY   | access: EVERYBODY (expected: one of [PUBLIC, OPTIONAL
                    access              | unspecified | access: unspecified (expected: one of
                    access              | user        | policy.cache: only ACCESS_PUBLIC and ACCESS_OPTIONAL are cached
                    success-status      | 404         | success-status: cannot be overridden
                    idempotency-key     | none        | idempotency-key: cannot be overridden
                    cache               | off         | cache: cannot be overridden
                    cache.max-age       | 0s          | policy.fallback: FALLBACK_STALE without a cache
                    cache.max-age       | 9999h       | cache.max-age: PT9999H (expected: > 0s, <= 365 days)
                    cache.longest-age   | 4s          | policy.cache.longest_age: shorter than max_age
                    cache.stale-if-error | PT-1S      | cache.stale-if-error: PT-1S (expected: >= 0s
                    cache.vary          | ''          | cache.vary: cannot be overridden
                    cache.purges        | a:all       | cache.purges: cannot be overridden
                    stream.id-field     | text        | stream.id-field: cannot be overridden
                    """)
    void refusesWhatIsUnknownOrImpossibleAndKeepsTheOld(String field, String value, String message) {
        Policies policies = new Policies(Map.of(GET, Map.of("max-concurrent", "8")));

        assertThatThrownBy(() -> policies.override(Map.of(GET, Map.of("priority", "sheddable", field, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy override of " + GET)
                .hasMessageContaining(message);
        assertThat(policies.of(ProbeServiceGrpc.getGetPublicMethod()).maxConcurrent())
                .isEqualTo(8);
        assertThat(policies.of(ProbeServiceGrpc.getGetPublicMethod()).deadline())
                .isEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @CsvSource({
        "news.platform.probe.v1.ProbeService/GetNothing, no such method",
        "news.platform.probe.v1.OtherService/GetPublic, no such service",
        "GetPublic, not a method name"
    })
    void refusesOverridesOfNoMethod(String method, String message) {
        assertThatThrownBy(() -> new Policies(Map.of(method, Map.of("max-concurrent", "8"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(method)
                .hasMessageContaining(message);
    }

    private static MethodDescriptor<ProbeRequest, ProbeResponse> handMade(String name) {
        return MethodDescriptor.<ProbeRequest, ProbeResponse>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .setRequestMarshaller(ProtoUtils.marshaller(ProbeRequest.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(ProbeResponse.getDefaultInstance()))
                .build();
    }
}
