package news.platform.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.Comments;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.policy.Policy;

/** One method by one of its ways becomes one operation. */
final class Operations {

    private static final int MAX_DEPTH = 3;

    private final Comments comments;
    private final Schemas schemas;
    private final Responses responses;

    Operations(Contract contract, Schemas schemas) {
        this.comments = contract.comments();
        this.schemas = schemas;
        this.responses = new Responses(contract, schemas);
    }

    Map<String, Object> operation(Method method, int way, PathTexts.PathText path) {
        var binding = method.bindings().get(way);
        var policy = method.policy();
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", id(method) + (way == 0 ? "" : "_" + way));
        operation.put("tags", List.of(tag(method)));
        operation.put("summary", summary(method.comment()));
        operation.put("description", method.comment());
        var parameters = parameters(method, binding, path);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        requestBody(method, binding).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses.of(method, binding));
        operation.put("security", security(policy));
        operation.put("x-access", policy.access().name());
        if (!policy.roles().isEmpty()) {
            operation.put("x-roles", policy.roles().stream().sorted().toList());
        }
        operation.put("x-rate-class", policy.rate().name());
        operation.put("x-deadline-ms", policy.deadline().toMillis());
        return operation;
    }

    static String tag(Method method) {
        return method.descriptor().getService().getName().replaceFirst("Service$", "");
    }

    private static String id(Method method) {
        var name = method.descriptor().getName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String summary(String comment) {
        int end = comment.replace('\n', ' ').indexOf(". ");
        var first = comment.replace('\n', ' ').strip();
        return end < 0 ? first : first.substring(0, end + 1);
    }

    private List<Object> parameters(Method method, HttpBinding binding, PathTexts.PathText path) {
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < binding.pathVariables().size(); i++) {
            var field = binding.pathVariables().get(i).last();
            parameters.add(parameter("path", path.names().get(i), comments.of(field.getFullName()), field, true));
        }
        for (var field : binding.queryFields()) {
            // the etag and what a client of a stream has, have headers of their own
            if (binding.etag().filter(field::equals).isEmpty() && !isResume(method, field)) {
                query(field, "", 1, parameters);
            }
        }
        headers(method, binding).forEach(name -> parameters.add(Map.of("$ref", "#/components/parameters/" + name)));
        return parameters;
    }

    private static boolean isResume(Method method, FieldDescriptor field) {
        return method.policy().stream()
                .filter(stream -> stream.getResumeField().equals(field.getName()))
                .isPresent();
    }

    private void query(FieldDescriptor field, String before, int depth, List<Object> parameters) {
        var name = before + field.getJsonName();
        if (!field.isMapField() && schemas.isPlain(field)) {
            boolean required = before.isEmpty() && FieldRules.required(field);
            parameters.add(parameter("query", name, comments.of(field.getFullName()), field, required));
            return;
        }
        if (!field.isMapField() && !field.isRepeated() && depth < MAX_DEPTH) {
            field.getMessageType().getFields().forEach(inner -> query(inner, name + ".", depth + 1, parameters));
        }
    }

    private Map<String, Object> parameter(
            String in, String name, String comment, FieldDescriptor field, boolean required) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        if (!comment.isEmpty()) {
            parameter.put("description", comment);
        }
        var schema = new LinkedHashMap<>(schemas.property(field));
        schema.remove("description");
        parameter.put("schema", schema);
        return parameter;
    }

    private static List<String> headers(Method method, HttpBinding binding) {
        var names = new ArrayList<String>();
        boolean get = binding.httpMethod().equals("GET");
        if (get && !method.streaming()) {
            if (method.policy().produces().isEmpty()) {
                names.add("Fields");
            }
            names.add("IfNoneMatch");
        }
        if (method.streaming()) {
            names.addAll(List.of("LastEventId", "LastEventIdInQuery", "StreamPosition"));
        }
        if (binding.etag().isPresent()) {
            names.add("IfMatch");
        }
        switch (method.policy().idempotencyKey()) {
            case IDEMPOTENCY_KEY_REQUIRED -> names.add("IdempotencyKeyRequired");
            case IDEMPOTENCY_KEY_OPTIONAL -> names.add("IdempotencyKey");
            case IDEMPOTENCY_KEY_NONE, IDEMPOTENCY_KEY_UNSPECIFIED, UNRECOGNIZED -> {
                // not looked at
            }
        }
        return names;
    }

    private Optional<Object> requestBody(Method method, HttpBinding binding) {
        return switch (binding.body()) {
            case Body.None() -> Optional.empty();
            case Body.Part part
            when part.raw() ->
                Optional.of(Map.of(
                        "required",
                        true,
                        "description",
                        RawBodies.description(comments.of(part.field().getFullName())),
                        "content",
                        RawBodies.content(
                                method.consumes(), comments.of(part.field().getFullName()))));
            case Body.Part(var field) -> {
                var type = field.getMessageType();
                yield Optional.of(body(schemas.ref(type), type.getFields(), true));
            }
            case Body.Whole() -> {
                var fields = bodyFields(method.request().getDescriptorForType(), binding);
                boolean required = fields.stream().anyMatch(FieldRules::required);
                yield Optional.of(
                        body(schemas.body(method.request().getDescriptorForType(), fields), fields, required));
            }
        };
    }

    private static List<FieldDescriptor> bodyFields(Descriptor request, HttpBinding binding) {
        return request.getFields().stream()
                .filter(field -> binding.pathVariables().stream()
                        .noneMatch(path -> path.fields().getFirst().equals(field)
                                && path.last().getJavaType() != JavaType.MESSAGE))
                .toList();
    }

    private static Map<String, Object> body(
            Map<String, Object> schema, List<FieldDescriptor> fields, boolean required) {
        return Map.of(
                "required",
                required,
                "content",
                Map.of("application/json", Map.of("schema", schema, "example", Examples.object(fields))));
    }

    private static List<Object> security(Policy policy) {
        Map<String, Object> token = Map.of("bearer", List.of());
        return switch (policy.access()) {
            case ACCESS_PUBLIC -> List.of();
            case ACCESS_OPTIONAL -> List.of(Map.of(), token);
            case ACCESS_SIGNED ->
                List.of(
                        Map.of("partnerId", List.of(), "partnerTimestamp", List.of(), "partnerSignature", List.of()),
                        token);
            case ACCESS_USER, ACCESS_ROLES, ACCESS_INTERNAL, ACCESS_UNSPECIFIED, UNRECOGNIZED -> List.of(token);
        };
    }
}
