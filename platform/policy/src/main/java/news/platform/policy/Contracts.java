package news.platform.policy;

import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds a method of the contract by its name: generated code lives in the Java package that is the proto package. */
final class Contracts {
    private Contracts() {}

    /** The proto of a method, also of one that was put together without it; empty when the contract has none. */
    static Optional<Descriptors.MethodDescriptor> descriptor(MethodDescriptor<?, ?> method) {
        if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier) {
            return Optional.of(supplier.getMethodDescriptor());
        }
        try {
            return Optional.of(method(method.getFullMethodName()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Descriptors.MethodDescriptor method(String fullName) {
        String service = MethodDescriptor.extractFullServiceName(fullName);
        if (service == null) {
            throw new IllegalArgumentException("not a method name (expected: package.Service/Method)");
        }
        return service(service).getMethods().stream()
                .filter(method -> method.getFullMethodName().equals(fullName))
                .map(MethodDescriptor::getSchemaDescriptor)
                .map(ProtoMethodDescriptorSupplier.class::cast)
                .map(ProtoMethodDescriptorSupplier::getMethodDescriptor)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such method in the contract"));
    }

    private static ServiceDescriptor service(String name) {
        try {
            return (ServiceDescriptor) Class.forName(name + "Grpc", true, Contracts.class.getClassLoader())
                    .getMethod("getServiceDescriptor")
                    .invoke(null);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new IllegalArgumentException("no such service in the contract", e);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("generated code of " + name + " cannot be read", e);
        }
    }
}
