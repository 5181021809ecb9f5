package news.platform.fuzz.contract;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.PolicyProto;

/** Reads every operation that has an address from descriptor sets on the class path. */
public final class Operations {
    /** The platform's own contract. */
    public static final String CONTRACT = "contracts.desc";

    private static final int FEW = 16;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}=]+)[^}]*}");

    private Operations() {}

    /** In the order of the sets. */
    public static List<Operation> read(List<String> descriptorSets) {
        return descriptorSets.stream()
                .flatMap(set -> descriptorSet(set).getFileList().stream())
                .flatMap(file -> file.getServiceList().stream().map(service -> generated(file, service.getName())))
                .distinct()
                .flatMap(service -> service.getMethods().stream())
                .flatMap(Operations::operations)
                .toList();
    }

    private static FileDescriptorSet descriptorSet(String name) {
        try (var in = Operations.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no descriptor set on the class path: " + name);
            }
            return FileDescriptorSet.parseFrom(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generated code knows every extension in its options; the set would have to be told of each. */
    private static ServiceDescriptor generated(FileDescriptorProto file, String service) {
        var options = file.getOptions();
        var folder = options.hasJavaPackage() ? options.getJavaPackage() : file.getPackage();
        var name = folder + "." + service + "Grpc";
        try {
            var grpc = (io.grpc.ServiceDescriptor)
                    Class.forName(name).getMethod("getServiceDescriptor").invoke(null);
            var schema = (ProtoServiceDescriptorSupplier) Objects.requireNonNull(grpc.getSchemaDescriptor());
            return schema.getServiceDescriptor();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no generated class " + name, e);
        }
    }

    private static Stream<Operation> operations(MethodDescriptor method) {
        var options = method.getOptions();
        if (!options.hasExtension(AnnotationsProto.http)) {
            return Stream.empty();
        }
        var rule = options.getExtension(AnnotationsProto.http);
        var policy = options.getExtension(PolicyProto.policy);
        return Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
                .map(binding -> operation(method, binding, policy));
    }

    private static Operation operation(MethodDescriptor method, HttpRule rule, MethodPolicy policy) {
        var request = method.getInputType();
        var template = template(rule);
        var variables = VARIABLE.matcher(template)
                .results()
                .map(found -> field(request, found))
                .toList();
        return new Operation(
                method.getService().getName() + "/" + method.getName(),
                rule.getPatternCase().name(),
                template,
                variables,
                body(request, rule.getBody()),
                query(request, rule.getBody(), variables),
                policy.getAccess(),
                policy.getRolesList(),
                policy.getIdempotencyKey().getNumber() >= IdempotencyKey.IDEMPOTENCY_KEY_OPTIONAL_VALUE,
                method.isServerStreaming(),
                policy.getMaxConcurrent() > 0 && policy.getMaxConcurrent() < FEW);
    }

    private static String template(HttpRule rule) {
        return switch (rule.getPatternCase()) {
            case GET -> rule.getGet();
            case PUT -> rule.getPut();
            case POST -> rule.getPost();
            case DELETE -> rule.getDelete();
            case PATCH -> rule.getPatch();
            case CUSTOM, PATTERN_NOT_SET -> throw new IllegalArgumentException("no method: " + rule);
        };
    }

    private static FieldDescriptor field(Descriptor request, MatchResult found) {
        var names = List.of(found.group(1).split("\\."));
        var message = request;
        for (var name : names.subList(0, names.size() - 1)) {
            message = message.findFieldByName(name).getMessageType();
        }
        return message.findFieldByName(names.getLast());
    }

    private static Optional<Descriptor> body(Descriptor request, String body) {
        return switch (body) {
            case "" -> Optional.empty();
            case "*" -> Optional.of(request);
            default -> Optional.of(request.findFieldByName(body).getMessageType());
        };
    }

    private static List<FieldDescriptor> query(Descriptor request, String body, List<FieldDescriptor> variables) {
        if (body.equals("*")) {
            return List.of();
        }
        var fields = new ArrayList<>(request.getFields());
        fields.removeAll(variables);
        fields.removeIf(field -> field.getName().equals(body));
        return fields;
    }
}
