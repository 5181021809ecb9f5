package news.platform.contracts;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.ExtensionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.PolicyProto;
import news.platform.error.v1.ReasonProto;
import news.platform.event.v1.EventProto;

/** Our own files of a descriptor set, options included. */
final class ContractSet {
    private static final Path NOW = Path.of("target/classes/contracts.desc");
    private static final String OURS = "news/";

    private final List<FileDescriptor> files;

    private ContractSet(List<FileDescriptor> files) {
        this.files = files;
    }

    static ContractSet now() {
        return of(read(NOW));
    }

    static FileDescriptorSet read(Path path) {
        var registry = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(registry);
        EventProto.registerAllExtensions(registry);
        PolicyProto.registerAllExtensions(registry);
        ReasonProto.registerAllExtensions(registry);
        ValidateProto.registerAllExtensions(registry);
        try {
            return FileDescriptorSet.parseFrom(Files.readAllBytes(path), registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files stand behind what they import. */
    static ContractSet of(FileDescriptorSet set) {
        Map<String, FileDescriptor> built = new LinkedHashMap<>();
        set.getFileList().forEach(file -> built.put(file.getName(), build(file, built)));
        return new ContractSet(built.values().stream()
                .filter(file -> file.getName().startsWith(OURS))
                .toList());
    }

    private static FileDescriptor build(FileDescriptorProto file, Map<String, FileDescriptor> known) {
        try {
            var imports = file.getDependencyList().stream().map(known::get).toArray(FileDescriptor[]::new);
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Stream<FileDescriptor> files() {
        return files.stream();
    }

    Stream<MethodDescriptor> methods() {
        return files.stream()
                .flatMap(file -> file.getServices().stream())
                .flatMap(service -> service.getMethods().stream());
    }

    Optional<MethodDescriptor> method(String fullName) {
        return methods().filter(method -> method.getFullName().equals(fullName)).findFirst();
    }

    Stream<Descriptor> messages() {
        return files.stream().flatMap(file -> file.getMessageTypes().stream());
    }

    Optional<Descriptor> message(String fullName) {
        return messages()
                .filter(message -> message.getFullName().equals(fullName))
                .findFirst();
    }

    Stream<EnumDescriptor> enums() {
        return files.stream().flatMap(file -> file.getEnumTypes().stream());
    }

    /** The enums whose values are reasons. */
    Stream<EnumDescriptor> reasons() {
        return enums().filter(type -> type.getName().endsWith("Reason"));
    }

    /** Every message of ours that a request holds, the request included. */
    Set<Descriptor> requested() {
        Set<Descriptor> reached = new LinkedHashSet<>();
        methods().forEach(method -> reach(method.getInputType(), reached));
        return reached;
    }

    private static void reach(Descriptor message, Set<Descriptor> reached) {
        if (message.getFile().getName().startsWith(OURS) && reached.add(message)) {
            message.getFields().stream()
                    .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                    .forEach(field -> reach(field.getMessageType(), reached));
        }
    }

    static Optional<MethodPolicy> policy(MethodDescriptor method) {
        return method.getOptions().hasExtension(PolicyProto.policy)
                ? Optional.of(method.getOptions().getExtension(PolicyProto.policy))
                : Optional.empty();
    }
}
