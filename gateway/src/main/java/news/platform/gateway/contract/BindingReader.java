package news.platform.gateway.contract;

import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One HTTP rule of one method becomes a binding, or is refused. */
final class BindingReader {

    private static final String FIELD_MASK = "google.protobuf.FieldMask";

    private final MethodDescriptor method;
    private final Descriptor request;
    private final String place;

    BindingReader(MethodDescriptor method, String place) {
        this.method = method;
        this.request = method.getInputType();
        this.place = place;
    }

    HttpBinding read(HttpRule rule) {
        var httpMethod = rule.getPatternCase().name();
        var template = template(rule, httpMethod);
        var pathVariables = pathVariables(template);
        var body = body(rule.getBody(), httpMethod);
        var updateMask = Optional.ofNullable(request.findFieldByName("update_mask"))
                .filter(field -> httpMethod.equals("PATCH") && body instanceof Body.Part && isMask(field));
        return new HttpBinding(
                httpMethod,
                template,
                pathVariables,
                body,
                responseBody(rule.getResponseBody()),
                queryFields(pathVariables, body, updateMask),
                Optional.ofNullable(request.findFieldByName("etag")).filter(BindingReader::isText),
                updateMask);
    }

    private PathTemplate template(HttpRule rule, String httpMethod) {
        var text =
                switch (rule.getPatternCase()) {
                    case GET -> rule.getGet();
                    case PUT -> rule.getPut();
                    case POST -> rule.getPost();
                    case DELETE -> rule.getDelete();
                    case PATCH -> rule.getPatch();
                    case CUSTOM, PATTERN_NOT_SET -> throw refuse("the rule is none of get, put, post, delete, patch");
                };
        try {
            return PathTemplate.parse(text);
        } catch (TemplateException e) {
            throw new ContractException(name() + ": " + place + ": " + httpMethod + " " + e.getMessage(), e);
        }
    }

    private List<FieldPath> pathVariables(PathTemplate template) {
        var seen = new HashSet<String>();
        var paths = new ArrayList<FieldPath>();
        for (var variable : template.variables()) {
            var path = FieldPath.of(request, variable.field())
                    .orElseThrow(() -> refuse("\"%s\" is no field of the request".formatted(variable.field())));
            if (path.fields().stream().anyMatch(FieldDescriptor::isRepeated)
                    || path.last().getJavaType() == JavaType.MESSAGE) {
                throw refuse("\"%s\" is a list or a message and cannot stand in a path".formatted(variable.field()));
            }
            if (!seen.add(variable.field())) {
                throw refuse("\"%s\" stands in the path twice".formatted(variable.field()));
            }
            paths.add(path);
        }
        return paths;
    }

    private Body body(String body, String httpMethod) {
        if (body.isEmpty()) {
            return new Body.None();
        }
        // a DELETE may have one where the contract says so, e.g. a password: RFC 9110 leaves its meaning to the two
        // ends
        if (httpMethod.equals("GET")) {
            throw refuse(httpMethod + " takes no body");
        }
        if (body.equals("*")) {
            return new Body.Whole();
        }
        return new Body.Part(messageField(request, body, "body"));
    }

    private Optional<FieldDescriptor> responseBody(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(messageField(method.getOutputType(), name, "response_body"));
    }

    private FieldDescriptor messageField(Descriptor message, String name, String what) {
        var field = message.findFieldByName(name);
        if (field == null) {
            throw refuse("%s \"%s\" is no field of %s".formatted(what, name, message.getName()));
        }
        if (field.isRepeated() || field.getJavaType() != JavaType.MESSAGE) {
            throw refuse("%s \"%s\" is not a single message".formatted(what, name));
        }
        return field;
    }

    /** All that neither path nor body brings, nor the edge itself: the mask is what the body names. */
    private List<FieldDescriptor> queryFields(
            List<FieldPath> pathVariables, Body body, Optional<FieldDescriptor> updateMask) {
        if (body instanceof Body.Whole) {
            return List.of();
        }
        var fields = request.getFields().stream()
                .filter(field -> updateMask.filter(field::equals).isEmpty())
                .filter(field -> !(body instanceof Body.Part(var part) && part.equals(field)))
                .filter(field -> pathVariables.stream()
                        .noneMatch(
                                path -> path.fields().size() == 1 && path.last().equals(field)))
                .toList();
        if (fields.stream().anyMatch(field -> field.getJsonName().equals("fields"))) {
            throw refuse("\"fields\" is the edge's own query parameter");
        }
        return fields;
    }

    private static boolean isText(FieldDescriptor field) {
        return !field.isRepeated() && field.getJavaType() == JavaType.STRING;
    }

    private static boolean isMask(FieldDescriptor field) {
        return !field.isRepeated()
                && field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().getFullName().equals(FIELD_MASK);
    }

    private String name() {
        return method.getService().getFullName() + "/" + method.getName();
    }

    private ContractException refuse(String problem) {
        return new ContractException(name(), place, problem);
    }
}
