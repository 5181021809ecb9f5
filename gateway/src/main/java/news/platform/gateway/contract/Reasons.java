package news.platform.gateway.contract;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.error.v1.ReasonProto;
import org.jspecify.annotations.Nullable;

/** The reasons that the contract knows, and which of them a method says that it may answer. */
public final class Reasons {

    private static final String PLATFORM =
            PlatformReason.getDescriptor().getFile().getPackage();

    /**
     * A reason with what the contract says about it.
     *
     * @param reason its name and kind
     * @param comment from the proto, without its markers
     */
    public record Stated(Reason reason, String comment) {}

    private final Map<String, Map<String, Stated>> byPackage;

    private Reasons(Map<String, Map<String, Stated>> byPackage) {
        this.byPackage = byPackage;
    }

    static Reasons of(List<FileDescriptorProto> files, Comments comments) {
        var byPackage = new HashMap<String, Map<String, Stated>>();
        for (var file : files) {
            for (var type : file.getEnumTypeList()) {
                var known = byPackage.computeIfAbsent(file.getPackage(), _ -> new HashMap<>());
                add(type, file.getPackage(), comments, known);
            }
        }
        return new Reasons(byPackage);
    }

    private static void add(
            EnumDescriptorProto type, String protoPackage, Comments comments, Map<String, Stated> known) {
        type.getValueList().stream()
                .filter(value -> value.getOptions().hasExtension(ReasonProto.kind))
                .forEach(value -> known.put(
                        value.getName(),
                        new Stated(Reason.of(value), comments.of(protoPackage + "." + value.getName()))));
    }

    /** In the order of the contract, beside those that the method's options imply. */
    public List<Stated> of(Method method) {
        var stated = new ArrayList<Stated>();
        for (var name : method.descriptor().getOptions().getExtension(ReasonProto.reasons)) {
            var reason = in(method.descriptor().getFile().getPackage(), name);
            stated.add(reason != null ? reason : required(method, name));
        }
        return stated;
    }

    /** One that any service may answer. */
    public Stated of(PlatformReason reason) {
        var known = in(PLATFORM, reason.name());
        return known != null ? known : new Stated(Reason.of(reason), "");
    }

    private Stated required(Method method, String name) {
        var reason = in(PLATFORM, name);
        if (reason == null) {
            throw new ContractException(method.name(), "reasons", "\"%s\" is no reason".formatted(name));
        }
        return reason;
    }

    private @Nullable Stated in(String protoPackage, String name) {
        return byPackage.getOrDefault(protoPackage, Map.of()).get(name);
    }
}
