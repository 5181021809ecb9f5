package news.platform.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.util.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What the chart renders, parsed into the typed model, which refuses unknown and missing fields. The model declares
 * every getter nullable; a null there is a failed test, so null checks would only hide the assertion.
 */
@NullUnmarked
class ChartTest {
    static final Path CHART = Path.of("news-platform");
    static final String PRODUCTION = "production";
    private static final Bindable<List<String>> LIST = Bindable.listOf(String.class);

    @Test
    void passesStrictLint() {
        var lint = new Helm(CHART).lint().strict().call();

        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[ERROR]"));
        assertThat(lint.isFailed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "one-replica", "tenth-service"})
    void rendersOnlyWhatKubernetesKnows(String scenario) throws Exception {
        var objects = render(scenario);

        assertThat(objects)
                .hasOnlyElementsOfTypes(
                        V1ConfigMap.class,
                        V1Deployment.class,
                        V1Service.class,
                        V1ServiceAccount.class,
                        V1PodDisruptionBudget.class,
                        V1PersistentVolumeClaim.class,
                        V1Ingress.class,
                        V1NetworkPolicy.class);
        assertThat(all(objects, V1Deployment.class)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void everyContainerRunsWithLeastPrivilege() throws Exception {
        for (var deployment : all(render(PRODUCTION), V1Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            for (var container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getResources().getLimits()).containsKey("memory");
                assertThat(container.getReadinessProbe()).isNotNull();
                assertThat(container.getLivenessProbe()).isNotNull();
            }
        }
    }

    @Test
    void managementIsNeverReachedFromOutside() throws Exception {
        var ingress = all(render(PRODUCTION), V1Ingress.class).getFirst();

        var backend = ingress.getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths()
                .getFirst()
                .getBackend();
        assertThat(backend.getService().getName()).isEqualTo("gateway");
        assertThat(backend.getService().getPort().getName()).isEqualTo("http");
    }

    @Test
    void aFurtherServiceIsOneBlock() throws Exception {
        var objects = render("tenth-service");

        assertThat(variable(container(objects, "ranking-service"), "SPRING_GRPC_SERVER_PORT")
                        .getValue())
                .isEqualTo("9090");
        assertThat(variable(container(objects, "gateway"), "NEWS_TOPOLOGY_TARGET")
                        .getValue())
                .isEqualTo("dns:///{name}-service-grpc:9090");
        assertThat(all(objects, V1Service.class).stream()
                        .map(service -> service.getMetadata().getName()))
                .contains("ranking-service", "ranking-service-grpc");
    }

    /** Helm reads nothing outside of the chart. */
    @Test
    void holdsACopyOfTheTable() throws Exception {
        assertThat(CHART.resolve("platform.json")).hasSameTextualContentAs(Path.of("../platform.json"));
    }

    @Test
    void runsEveryServiceOfTheTable() throws Exception {
        assertThat(all(render(PRODUCTION), V1Deployment.class).stream()
                        .map(deployment -> deployment.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        Topology.load().all().stream().map(ServiceEntry::module).toList());
    }

    @Test
    void anIngressNeedsTrustedProxies() {
        var template = new Helm(CHART).template().withKubeVersion("1.33.0");

        assertThatThrownBy(template::call).hasMessageContaining("ingress.trustedProxies is empty");
    }

    @Test
    void trustsTheProxiesThatItIsTold() throws Exception {
        var gateway = container(render(PRODUCTION), "gateway");

        assertThat(bound(gateway, "NEWS_GATEWAY_GUARD_TRUSTEDPROXIES", "news.gateway.guard.trusted-proxies", LIST))
                .containsExactly("10.244.0.0/16", "fd00:10:244::/56");
        assertThat(bound(gateway, "NEWS_GATEWAY_CORS_OWNORIGINS", "news.gateway.cors.own-origins", LIST))
                .containsExactly("https://news.example.com");
    }

    @Test
    void saysWhereReadersFindIt() throws Exception {
        var content = container(render(PRODUCTION), "content-service");

        assertThat(variable(content, "NEWS_SITE_URL").getValue()).isEqualTo("https://news.example.com");
        assertThat(variable(content, "NEWS_SITE_NAME").getValue()).isEqualTo("News Platform");
    }

    @Test
    void everyServiceSeesTheOverridesOfPolicies() throws Exception {
        var objects = render("one-replica");

        assertThat(all(objects, V1ConfigMap.class))
                .filteredOn(map -> map.getMetadata().getName().equals("policies"))
                .singleElement()
                .satisfies(map -> assertThat(map.getData())
                        .containsEntry(
                                "policies.properties",
                                "news.platform.content.v1.ArticleService/GetArticle.cache.max-age=60s\n"
                                        + "news.platform.content.v1.ArticleService/GetArticle.max-concurrent=8\n"));
        for (var deployment : all(objects, V1Deployment.class)) {
            var container = container(objects, deployment.getMetadata().getName());
            assertThat(variable(container, "NEWS_POLICY_FILE").getValue())
                    .isEqualTo("/etc/news/policies/policies.properties");
            assertThat(container.getVolumeMounts()).anySatisfy(mount -> {
                assertThat(mount.getMountPath()).isEqualTo("/etc/news/policies");
                assertThat(mount.getSubPath()).isNull();
            });
        }
    }

    @Test
    void reflectionIsOff() throws Exception {
        var objects = render(PRODUCTION);

        for (var service : services()) {
            assertThat(variable(container(objects, service), "SPRING_GRPC_SERVER_REFLECTION_ENABLED")
                            .getValue())
                    .isEqualTo("false");
        }
    }

    @Test
    void everyServiceWarmsUpBeforeItIsReady() throws Exception {
        var objects = render(PRODUCTION);

        for (var service : services()) {
            assertThat(bound(
                            container(objects, service),
                            "NEWS_GRPC_SERVER_WARMUP_ENABLED",
                            "news.grpc.server.warm-up.enabled",
                            Bindable.of(Boolean.class)))
                    .isTrue();
        }
    }

    @Test
    void anOverrideOfNothingThatIsAMethodIsRefused() {
        var template =
                new Helm(CHART).template().withKubeVersion("1.33.0").set("policyOverrides.GetArticle.deadline", "1s");

        assertThatThrownBy(template::call).hasMessageContaining("GetArticle");
    }

    @Test
    void aMisspelledValueIsRefused() {
        var template = new Helm(CHART).template().withKubeVersion("1.33.0").set("services.gateway.replica", 3);

        assertThatThrownBy(template::call).hasMessageContaining("replica");
    }

    static List<String> services() {
        return Topology.load().services().stream().map(ServiceEntry::module).toList();
    }

    /** What Spring Boot makes of a variable. */
    static <T> T bound(V1Container container, String variable, String property, Bindable<T> type) {
        var environment = new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of(variable, variable(container, variable).getValue()));
        return new Binder(ConfigurationPropertySources.from(environment))
                .bind(property, type)
                .get();
    }

    static List<Object> render(String scenario) throws Exception {
        var template = new Helm(CHART)
                .template()
                .withKubeVersion("1.33.0")
                .withName("news")
                .withNamespace("news");
        template.withValuesFile(CHART.resolve("ci").resolve(scenario + "-values.yaml"));
        var objects = new ArrayList<Object>();
        for (var document : template.call().split("(?m)^---\\s*$")) {
            if (document.lines().anyMatch(line -> line.startsWith("kind:"))) {
                objects.add(Yaml.load(document));
            }
        }
        return objects;
    }

    static <T> List<T> all(List<Object> objects, Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static V1Container container(List<Object> objects, String name) {
        return all(objects, V1Deployment.class).stream()
                .filter(deployment -> name.equals(deployment.getMetadata().getName()))
                .map(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst())
                .findFirst()
                .orElseThrow();
    }

    static V1EnvVar variable(V1Container container, String name) {
        return Optional.ofNullable(container.getEnv()).orElse(List.of()).stream()
                .filter(variable -> name.equals(variable.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name + " in " + Map.of("container", container)));
    }
}
