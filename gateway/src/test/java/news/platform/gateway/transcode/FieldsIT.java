package news.platform.gateway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.List;
import java.util.stream.Stream;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.transcode.json.FieldTree;
import news.platform.gateway.transcode.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code fields} trims every answer of the contract and empties none: lists keep their elements, objects their braces. */
@EdgeTest
class FieldsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH = 4;

    @Autowired
    Contract contract;

    @Autowired
    Json json;

    @Autowired
    EdgeClient client;

    @TestFactory
    Stream<DynamicTest> keepsTheShapeOfEveryAnswer() {
        return contract.methods().stream().flatMap(method -> method.bindings().stream()
                .map(binding -> shown(method, binding))
                .distinct()
                .filter(shown -> !shown.getDescriptorForType().getFields().isEmpty())
                .map(shown -> DynamicTest.dynamicTest(
                        method.name() + " " + shown.getDescriptorForType().getName(), () -> checkAll(shown))));
    }

    @Test
    void answersAnEmptyListAsAnEmptyList() {
        var got = client.get("/test/query/a?fields=repeatedMessage,nested.stringValue");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).isEqualTo("{\"repeatedMessage\":[]}");
        assertThat(client.get("/test/query/a?everything.nested.stringValue=a&fields=nested.nested.stringValue")
                        .text())
                .isEqualTo("{\"nested\":{}}");
    }

    @Test
    void refusesTheParameterTwice() {
        var got = client.get("/test/query/a?fields=stringValue&fields=boolValue");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).isEqualTo("fields");
    }

    @Test
    void refusesNamesThatTheAnswerDoesNotShow() {
        for (var fields : List.of("nosuch", "stringValue,", ",", "nested.", "timestampValue.seconds", "mapValue.key")) {
            var got = client.get("/test/query/a?fields=" + fields);

            assertThat(got.status()).as(fields).isEqualTo(400);
            assertThat(got.errorField()).as(fields).isEqualTo("fields");
        }
    }

    private void checkAll(Message empty) {
        var message = empty.getDescriptorForType();
        var paths = paths(message, "", DEPTH).toList();
        for (var answer : List.of(empty, filled(empty, 0), filled(empty, DEPTH))) {
            var whole = JSON.readTree(json.write(answer));
            for (var path : paths) {
                var got = json.write(answer, FieldTree.parse(path, message));

                assertThat(JSON.readTree(got)).as(path).isEqualTo(trimmed(whole, List.of(path.split("\\.", -1))));
            }
        }
    }

    private static Message shown(Method method, HttpBinding binding) {
        return binding.responseBody()
                .map(field -> method.response()
                        .newBuilderForType()
                        .newBuilderForField(field)
                        .getDefaultInstanceForType())
                .orElse(method.response());
    }

    private static Stream<String> paths(Descriptor message, String before, int depth) {
        return message.getFields().stream().flatMap(field -> {
            var path = before + field.getJsonName();
            return isMessage(field) && depth > 1
                    ? Stream.concat(Stream.of(path), paths(field.getMessageType(), path + ".", depth - 1))
                    : Stream.of(path);
        });
    }

    /** Two elements in each list, every object there; below the depth nothing. */
    private static Message filled(Message empty, int depth) {
        var builder = empty.newBuilderForType();
        for (var field : empty.getDescriptorForType().getFields()) {
            if (!isMessage(field) || field.getRealContainingOneof() != null || depth == 0 && !field.isRepeated()) {
                continue;
            }
            var inner = builder.newBuilderForField(field).getDefaultInstanceForType();
            var value = depth == 0 ? inner : filled(inner, depth - 1);
            if (field.isRepeated()) {
                builder.addRepeatedField(field, value).addRepeatedField(field, value);
            } else {
                builder.setField(field, value);
            }
        }
        return builder.build();
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && !field.isMapField()
                && !field.getMessageType().getFullName().startsWith("google.protobuf.");
    }

    private static JsonNode trimmed(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return node;
        }
        if (node instanceof ArrayNode list) {
            var trimmed = JSON.createArrayNode();
            list.forEach(element -> trimmed.add(trimmed(element, path)));
            return trimmed;
        }
        var below = node.get(path.getFirst());
        ObjectNode trimmed = JSON.createObjectNode();
        return below == null ? trimmed : trimmed.set(path.getFirst(), trimmed(below, path.subList(1, path.size())));
    }
}
