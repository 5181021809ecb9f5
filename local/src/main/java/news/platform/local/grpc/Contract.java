package news.platform.local.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;

/** What can be called: every service of the contracts, from the descriptors that their build makes. */
final class Contract {
    private final List<ServiceDescriptor> services;

    private Contract(List<ServiceDescriptor> services) {
        this.services = services;
    }

    /** The descriptors on the class path. */
    static Contract load() {
        Map<String, FileDescriptor> files = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                Contract.class.getResourceAsStream("/contracts.desc"), "contracts.desc is not on the class path")) {
            // what a file imports stands before it
            for (FileDescriptorProto file : FileDescriptorSet.parseFrom(in).getFileList()) {
                FileDescriptor[] imports =
                        file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
                files.put(file.getName(), FileDescriptor.buildFrom(file, imports));
            }
        } catch (IOException | DescriptorValidationException e) {
            throw new IllegalStateException("contracts.desc cannot be read", e);
        }
        return new Contract(files.values().stream()
                .flatMap(file -> file.getServices().stream())
                .toList());
    }

    /** A method by its service's name, with or without the package, and its own. */
    MethodDescriptor method(String service, String method) {
        ServiceDescriptor found = services.stream()
                .filter(each ->
                        each.getFullName().equals(service) || each.getName().equals(service))
                .findFirst()
                .orElseThrow(() -> new Complaint("There is no service " + service + " (expected: one of "
                        + services.stream().map(ServiceDescriptor::getName).collect(Collectors.joining(", ")) + ")."));
        MethodDescriptor known = found.findMethodByName(method);
        if (known == null) {
            throw new Complaint("There is no method " + method + " of " + found.getName() + " (expected: one of "
                    + found.getMethods().stream().map(MethodDescriptor::getName).collect(Collectors.joining(", "))
                    + ").");
        }
        return known;
    }
}
