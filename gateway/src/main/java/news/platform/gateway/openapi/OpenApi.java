package news.platform.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.plain.PlainHttp;
import tools.jackson.databind.json.JsonMapper;

/** Writes the document. Policies are read when it is written. */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApi() {}

    static byte[] write(Contract contract, PlainHttp plain) {
        return JSON.writeValueAsBytes(document(contract, plain));
    }

    static Map<String, Object> document(Contract contract, PlainHttp plain) {
        var schemas = new Schemas(contract.comments(), onlyAnswered(contract.methods()));
        var paths = paths(contract, schemas);
        plain.all().stream().filter(each -> !each.route().summary().isEmpty()).forEach(each -> each.route()
                .methods()
                .forEach(httpMethod ->
                        put(paths, each.route().path(), httpMethod, PlainOperations.operation(each, httpMethod))));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "News platform",
                        "version", "1",
                        "description", "Made from the contracts of the services. JSON is the proto3 mapping.",
                        "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("tags", tags(contract));
        document.put("paths", paths);
        document.put("components", Components.of(schemas));
        return document;
    }

    private static Map<String, Map<String, Object>> paths(Contract contract, Schemas schemas) {
        var operations = new Operations(contract, schemas);
        var texts = new PathTexts();
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var method : contract.methods()) {
            for (int way = 0; way < method.bindings().size(); way++) {
                var binding = method.bindings().get(way);
                var text = texts.of(binding);
                put(paths, text.text(), binding.httpMethod(), operations.operation(method, way, text));
            }
        }
        return paths;
    }

    private static void put(
            Map<String, Map<String, Object>> paths, String path, String httpMethod, Map<String, Object> operation) {
        paths.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(httpMethod.toLowerCase(Locale.ROOT), operation);
    }

    private static List<Object> tags(Contract contract) {
        var tags = new TreeMap<String, Object>();
        contract.methods()
                .forEach(method -> tags.putIfAbsent(
                        Operations.tag(method),
                        Map.of(
                                "name",
                                Operations.tag(method),
                                "description",
                                contract.comments()
                                        .of(method.descriptor().getService().getFullName()))));
        return List.copyOf(tags.values());
    }

    /** Messages that no request holds. */
    private static Set<String> onlyAnswered(List<Method> methods) {
        var answered = new HashSet<String>();
        var asked = new HashSet<String>();
        methods.forEach(method -> {
            reach(method.descriptor().getOutputType(), answered);
            reach(method.descriptor().getInputType(), asked);
        });
        answered.removeAll(asked);
        return answered;
    }

    private static void reach(Descriptor message, Set<String> reached) {
        if (reached.add(message.getFullName())) {
            message.getFields().stream()
                    .filter(field -> field.getJavaType() == JavaType.MESSAGE)
                    .forEach(field -> reach(field.getMessageType(), reached));
        }
    }
}
