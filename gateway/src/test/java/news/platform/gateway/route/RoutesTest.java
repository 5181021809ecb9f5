package news.platform.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.testing.SharedRows;
import news.platform.policy.Policies;
import news.platform.testing.v1.EchoQueryRequest;
import news.platform.testing.v1.EchoQueryResponse;
import news.platform.testing.v1.EchoServiceGrpc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class RoutesTest {

    @TestFactory
    Stream<DynamicTest> matchesEveryOwnRow() {
        return SharedRows.own("/transcoding/paths.jsonl").map(RoutesTest::row);
    }

    @TestFactory
    Stream<DynamicTest> matchesEverySharedRow() {
        return SharedRows.lines("paths.jsonl").map(RoutesTest::row);
    }

    @Test
    void tellsTheMethodsThatAPathIsKnownWith() {
        var routes = routes(Map.of("/a/{x}", "GET", "/a/{y}:verb", "POST"));

        assertThat(routes.match("DELETE", "/a/b")).isEqualTo(new Match.WrongMethod(sorted("GET", "HEAD")));
        assertThat(routes.match("GET", "/a/b:verb")).isEqualTo(new Match.WrongMethod(sorted("POST")));
        assertThat(routes.match("GET", "/b")).isInstanceOf(Match.Nothing.class);
    }

    @Test
    void findsForHeadWhatItFindsForGet() {
        assertThat(routes(Map.of("/a", "GET")).match("HEAD", "/a")).isInstanceOf(Match.Found.class);
    }

    @Test
    void goesOnLookingWhereALiteralIsKnownWithAnotherMethod() {
        var routes = routes(Map.of("/users/me", "POST", "/users/{x}", "GET"));

        assertThat(routes.match("GET", "/users/me"))
                .isInstanceOfSatisfying(
                        Match.Found.class, found -> assertThat(found.values()).containsExactly("me"));
    }

    @Test
    void findsWhatASegmentEndsWith() {
        var routes = routes(Map.of("/a/{x}.xml", "GET", "/a/{x}.x.xml", "PUT", "/a/{x}/b", "POST"));

        assertThat(values(routes, "GET", "/a/b.xml")).containsExactly("b");
        assertThat(values(routes, "GET", "/a/b%2Fc.x.xml")).containsExactly("b/c.x");
        assertThat(values(routes, "PUT", "/a/b.x.xml")).containsExactly("b");
        assertThat(values(routes, "POST", "/a/b.xml/b")).containsExactly("b.xml");
        assertThat(routes.match("GET", "/a/.xml")).isInstanceOf(Match.Nothing.class);
        assertThat(routes.match("GET", "/a/b.xm")).isInstanceOf(Match.Nothing.class);
    }

    private static List<String> values(Routes routes, String method, String path) {
        assertThat(routes.match(method, path)).isInstanceOf(Match.Found.class);
        return ((Match.Found) routes.match(method, path)).values();
    }

    @Test
    void findsNothingBehindABrokenEscape() {
        assertThat(routes(Map.of("/a/{x}", "GET")).match("GET", "/a/%ff")).isInstanceOf(Match.Nothing.class);
        assertThat(routes(Map.of("/a/{x}", "GET")).match("GET", "/a/%4")).isInstanceOf(Match.Nothing.class);
    }

    private static java.util.SortedSet<String> sorted(String... methods) {
        return new java.util.TreeSet<>(List.of(methods));
    }

    private static DynamicTest row(JsonNode row) {
        return DynamicTest.dynamicTest(row.get("id").asString(), () -> check(row));
    }

    private static void check(JsonNode row) {
        var templates =
                row.get("templates").valueStream().map(JsonNode::asString).toList();
        var methods = new ArrayList<Method>();
        templates.forEach(template -> methods.add(method("GET", template)));

        var match = new Routes(methods, List.of())
                .match(row.get("method").asString(), row.get("path").asString());

        if (row.get("match").isNull()) {
            assertThat(match).isNotInstanceOf(Match.Found.class);
            return;
        }
        assertThat(match).isInstanceOfSatisfying(Match.Found.class, found -> {
            assertThat(found.binding().template().text())
                    .isEqualTo(templates.get(row.get("match").asInt()));
            assertThat(bindings(found)).isEqualTo(strings(row.get("bindings")));
        });
    }

    private static Map<String, String> bindings(Match.Found found) {
        var bindings = new HashMap<String, String>();
        var variables = found.binding().template().variables();
        for (int i = 0; i < variables.size(); i++) {
            bindings.put(variables.get(i).field(), found.values().get(i));
        }
        return bindings;
    }

    private static Map<String, String> strings(JsonNode object) {
        var strings = new HashMap<String, String>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString()));
        return strings;
    }

    private static Routes routes(Map<String, String> methodsByTemplate) {
        return new Routes(
                methodsByTemplate.entrySet().stream()
                        .map(entry -> method(entry.getValue(), entry.getKey()))
                        .toList(),
                List.of());
    }

    @SuppressWarnings("unchecked")
    private static Method method(String httpMethod, String template) {
        var binding = new HttpBinding(
                httpMethod,
                PathTemplate.parse(template),
                List.of(),
                new Body.None(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Method(
                (MethodDescriptor<Message, Message>) (MethodDescriptor<?, ?>) EchoServiceGrpc.getEchoQueryMethod(),
                EchoQueryRequest.getDescriptor()
                        .getFile()
                        .getServices()
                        .getFirst()
                        .getMethods()
                        .getFirst(),
                "testing",
                EchoQueryRequest.getDefaultInstance(),
                EchoQueryResponse.getDefaultInstance(),
                List.of(binding),
                "",
                new Policies(Map.of()));
    }
}
