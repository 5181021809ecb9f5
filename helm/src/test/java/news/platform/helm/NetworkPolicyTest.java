package news.platform.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1IPBlock;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyEgressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyIngressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPeer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who may talk to whom. */
@NullUnmarked
class NetworkPolicyTest {

    @Test
    void everyServiceIsBoundBothWays() throws Exception {
        assertThat(policies()).hasSize(Topology.load().all().size()).allSatisfy(policy -> assertThat(
                        policy.getSpec().getPolicyTypes())
                .containsExactly("Ingress", "Egress"));
    }

    @Test
    void onlyThirdpartyReachesTheInternetAndNoPrivateAddress() throws Exception {
        var open = policies().stream()
                .filter(policy ->
                        blocks(policy).anyMatch(block -> block.getCidr().endsWith("/0")))
                .toList();

        assertThat(open).extracting(policy -> policy.getMetadata().getName()).containsExactly("thirdparty-service");
        var internet = blocks(open.getFirst())
                .filter(block -> block.getCidr().equals("0.0.0.0/0"))
                .findFirst()
                .orElseThrow();
        assertThat(internet.getExcept())
                .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10");
    }

    @Test
    void everyServiceReachesItsDatabaseOutsideOfTheClusterByItsPortsOnly() throws Exception {
        for (var policy : policies()) {
            var rule = policy.getSpec().getEgress().stream()
                    .filter(one -> blocks(one).anyMatch(block -> block.getCidr().equals("10.20.0.0/16")))
                    .findFirst()
                    .orElseThrow();
            assertThat(blocks(rule)).extracting(V1IPBlock::getCidr).contains("10.30.0.7/32");
            assertThat(rule.getPorts())
                    .extracting(port -> port.getPort())
                    .containsExactly(new IntOrString(5432), new IntOrString(9092), new IntOrString(9411));
        }
    }

    @Test
    void noRuleOpensAllPortsOfTheCluster() throws Exception {
        for (var policy : policies()) {
            assertThat(policy.getSpec().getEgress())
                    .filteredOn(rule -> peers(rule).anyMatch(peer -> peer.getIpBlock() == null))
                    .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        }
    }

    @Test
    void onlyMonitoringReachesManagement() throws Exception {
        for (var policy : policies()) {
            var management = policy.getSpec().getIngress().stream()
                    .filter(rule -> opens(rule, "management"))
                    .flatMap(rule -> rule.getFrom().stream())
                    .toList();
            assertThat(management).hasSize(1).allSatisfy(peer -> assertThat(
                            peer.getNamespaceSelector().getMatchLabels())
                    .containsEntry("kubernetes.io/metadata.name", "monitoring"));
        }
    }

    @Test
    void plainHttpIsForTheGatewayAndForOthersWhereARouteIsTheirsToo() throws Exception {
        var table = Topology.load();
        for (var service : table.services()) {
            var callers = table.all().stream()
                    .filter(caller -> service.routes().stream().anyMatch(route -> caller.isGateway() || route.inside()))
                    .map(ServiceEntry::module)
                    .toList();
            assertThat(reaching("http", policy(service.module())))
                    .as(service.module())
                    .containsExactlyInAnyOrderElementsOf(callers);
        }
    }

    @Test
    void onlyCallersOfTheTableReachAService() throws Exception {
        for (var service : Topology.load().services()) {
            assertThat(reaching("grpc", policy(service.module())))
                    .containsExactlyInAnyOrderElementsOf(Topology.load().callersOf(service.name()).stream()
                            .map(name ->
                                    Topology.load().find(name).orElseThrow().module())
                            .toList());
        }
    }

    private static V1NetworkPolicy policy(String module) throws Exception {
        return policies().stream()
                .filter(one -> one.getMetadata().getName().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reaching(String port, V1NetworkPolicy policy) {
        return policy.getSpec().getIngress().stream()
                .filter(rule -> opens(rule, port))
                .flatMap(rule -> rule.getFrom().stream())
                .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .toList();
    }

    private static List<V1NetworkPolicy> policies() throws Exception {
        return ChartTest.all(ChartTest.render("production"), V1NetworkPolicy.class);
    }

    private static boolean opens(V1NetworkPolicyIngressRule rule, String port) {
        return rule.getPorts().stream().anyMatch(one -> new IntOrString(port).equals(one.getPort()));
    }

    private static Stream<V1IPBlock> blocks(V1NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream().flatMap(NetworkPolicyTest::blocks);
    }

    private static Stream<V1IPBlock> blocks(V1NetworkPolicyEgressRule rule) {
        return peers(rule).map(V1NetworkPolicyPeer::getIpBlock).filter(Objects::nonNull);
    }

    private static Stream<V1NetworkPolicyPeer> peers(V1NetworkPolicyEgressRule rule) {
        return Optional.ofNullable(rule.getTo()).stream().flatMap(List::stream);
    }
}
