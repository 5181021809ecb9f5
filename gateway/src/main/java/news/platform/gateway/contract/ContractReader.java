package news.platform.gateway.contract;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.PolicyProto;
import news.platform.error.v1.ReasonProto;
import news.platform.event.v1.EventProto;
import news.platform.policy.Policies;
import news.platform.policy.PolicyRules;

/** Reads descriptor sets from the class path and finds the generated code that belongs to them. */
final class ContractReader {

    private final Policies policies;

    ContractReader(Policies policies) {
        this.policies = policies;
    }

    /** Reads the sets with these class path names; what several of them contain is read once. */
    Contract read(List<String> descriptorSets) {
        var files = new LinkedHashMap<String, FileDescriptorProto>();
        for (var set : descriptorSets) {
            descriptorSets(set)
                    .forEach(found -> found.getFileList().forEach(file -> files.putIfAbsent(file.getName(), file)));
        }
        var comments = Comments.of(List.copyOf(files.values()));
        var methods = files.values().stream()
                .flatMap(file -> file.getServiceList().stream()
                        .filter(ContractReader::atTheEdge)
                        .flatMap(service -> methods(generated(file, service), comments)))
                .toList();
        checkRoutes(methods);
        checkOpenings(methods);
        return new Contract(methods, comments, Reasons.of(List.copyOf(files.values()), comments));
    }

    /** The methods of one service that have a route. */
    Stream<Method> methods(ServiceDescriptor service, Comments comments) {
        return service.getMethods().stream().flatMap(grpc -> method(grpc, comments).stream());
    }

    private List<Method> method(MethodDescriptor<?, ?> grpc, Comments comments) {
        var supplier = (ProtoMethodDescriptorSupplier) Objects.requireNonNull(grpc.getSchemaDescriptor());
        var descriptor = supplier.getMethodDescriptor();
        var options = descriptor.getOptions();
        boolean hasRule = options.hasExtension(AnnotationsProto.http);
        if (!options.hasExtension(PolicyProto.policy)) {
            if (hasRule) {
                throw new ContractException(grpc.getFullMethodName(), "policy", "an HTTP rule without a policy");
            }
            return List.of();
        }
        var policy = options.getExtension(PolicyProto.policy);
        if (!hasRule) {
            if (policy.getAccess() != Access.ACCESS_INTERNAL) {
                throw new ContractException(grpc.getFullMethodName(), "google.api.http", "a policy without a rule");
            }
            return List.of();
        }
        PolicyRules.violations(descriptor, policy).stream().findFirst().ifPresent(violation -> {
            throw new ContractException(grpc.getFullMethodName(), violation.place(), violation.problem());
        });
        var bindings = bindings(descriptor, options.getExtension(AnnotationsProto.http));
        var typed = typed(grpc);
        return List.of(new Method(
                typed,
                descriptor,
                descriptor.getFile().getPackage().split("\\.", -1)[2],
                prototype(typed.getRequestMarshaller()),
                prototype(typed.getResponseMarshaller()),
                bindings,
                comments.of(descriptor.getFullName()),
                policies));
    }

    private static List<HttpBinding> bindings(
            com.google.protobuf.Descriptors.MethodDescriptor descriptor, HttpRule rule) {
        var bindings = new ArrayList<HttpBinding>();
        bindings.add(new BindingReader(descriptor, "google.api.http").read(rule));
        for (int i = 0; i < rule.getAdditionalBindingsCount(); i++) {
            var place = "google.api.http.additional_bindings[%d]".formatted(i);
            bindings.add(new BindingReader(descriptor, place).read(rule.getAdditionalBindings(i)));
        }
        return bindings;
    }

    static void checkRoutes(List<Method> methods) {
        var taken = new HashMap<String, Method>();
        for (var method : methods) {
            for (var binding : method.bindings()) {
                var route = binding.httpMethod() + " " + binding.template().shape();
                var other = taken.putIfAbsent(route, method);
                if (other != null) {
                    throw new ContractException(
                            method.name(), "google.api.http", "%s is taken by %s".formatted(route, other.name()));
                }
            }
        }
    }

    /** What opens a client's stream is called as any other method of the edge. */
    private static void checkOpenings(List<Method> methods) {
        var names = methods.stream().map(Method::name).toList();
        for (var method : methods) {
            method.policy().stream()
                    .filter(stream -> !stream.getOpening().isEmpty())
                    .map(stream -> method.descriptor().getService().getFullName() + "/" + stream.getOpening())
                    .filter(opening -> !names.contains(opening))
                    .ifPresent(opening -> {
                        throw new ContractException(method.name(), "policy.stream.opening", opening + " has no route");
                    });
        }
    }

    /** Every one of that name on the class path. */
    private static List<FileDescriptorSet> descriptorSets(String name) {
        try {
            var sets = Collections.list(ContractReader.class.getClassLoader().getResources(name));
            if (sets.isEmpty()) {
                throw new ContractException(name, "class path", "no such descriptor set");
            }
            return sets.stream().map(ContractReader::descriptorSet).toList();
        } catch (IOException e) {
            throw new ContractException("cannot read descriptor set " + name, e);
        }
    }

    private static FileDescriptorSet descriptorSet(URL set) {
        var registry = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(registry);
        EventProto.registerAllExtensions(registry);
        PolicyProto.registerAllExtensions(registry);
        ReasonProto.registerAllExtensions(registry);
        try (var in = set.openStream()) {
            return FileDescriptorSet.parseFrom(in, registry);
        } catch (IOException e) {
            throw new ContractException("cannot read descriptor set " + set, e);
        }
    }

    private static boolean atTheEdge(ServiceDescriptorProto service) {
        return service.getMethodList().stream()
                .map(MethodDescriptorProto::getOptions)
                .anyMatch(options ->
                        options.hasExtension(PolicyProto.policy) || options.hasExtension(AnnotationsProto.http));
    }

    private static ServiceDescriptor generated(FileDescriptorProto file, ServiceDescriptorProto service) {
        var name = "%s.%sGrpc".formatted(javaPackage(file), service.getName());
        try {
            var getter = Class.forName(name).getMethod("getServiceDescriptor");
            return (ServiceDescriptor) getter.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new ContractException(
                    "%s.%s: no generated class %s".formatted(file.getPackage(), service.getName(), name), e);
        }
    }

    private static String javaPackage(FileDescriptorProto file) {
        return file.getOptions().hasJavaPackage() ? file.getOptions().getJavaPackage() : file.getPackage();
    }

    @SuppressWarnings("unchecked")
    private static MethodDescriptor<Message, Message> typed(MethodDescriptor<?, ?> grpc) {
        return (MethodDescriptor<Message, Message>) grpc;
    }

    private static Message prototype(MethodDescriptor.Marshaller<Message> marshaller) {
        return Objects.requireNonNull(((PrototypeMarshaller<Message>) marshaller).getMessagePrototype());
    }
}
