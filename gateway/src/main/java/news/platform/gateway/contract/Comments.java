package news.platform.gateway.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comments of the protos by the full name of what they stand above. */
public final class Comments {

    private final Map<String, String> byName;

    private Comments(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Comments of(List<FileDescriptorProto> files) {
        var all = new HashMap<String, String>();
        files.forEach(file -> new FileComments(file, all).read());
        return new Comments(all);
    }

    /** Empty where there is none. */
    public String of(String fullName) {
        return byName.getOrDefault(fullName, "");
    }

    /** One file's comments; the numbers are those of the fields in descriptor.proto. */
    private static final class FileComments {

        private final FileDescriptorProto file;
        private final Map<String, String> byName;
        private final Map<List<Integer>, String> byPath;

        FileComments(FileDescriptorProto file, Map<String, String> byName) {
            this.file = file;
            this.byName = byName;
            this.byPath = file.getSourceCodeInfo().getLocationList().stream()
                    .filter(location -> location.hasLeadingComments())
                    .collect(Collectors.toMap(
                            location -> location.getPathList(),
                            location -> location.getLeadingComments(),
                            (first, second) -> first));
        }

        void read() {
            for (int i = 0; i < file.getMessageTypeCount(); i++) {
                message(file.getMessageType(i), file.getPackage(), List.of(4, i));
            }
            for (int i = 0; i < file.getEnumTypeCount(); i++) {
                enumeration(file.getEnumType(i), file.getPackage(), List.of(5, i));
            }
            for (int i = 0; i < file.getServiceCount(); i++) {
                service(file.getService(i), file.getPackage(), List.of(6, i));
            }
        }

        private void message(DescriptorProto message, String scope, List<Integer> path) {
            var name = add(scope, message.getName(), path);
            for (int i = 0; i < message.getFieldCount(); i++) {
                add(name, message.getField(i).getName(), below(path, 2, i));
            }
            for (int i = 0; i < message.getNestedTypeCount(); i++) {
                message(message.getNestedType(i), name, below(path, 3, i));
            }
            for (int i = 0; i < message.getEnumTypeCount(); i++) {
                enumeration(message.getEnumType(i), name, below(path, 4, i));
            }
        }

        private void enumeration(EnumDescriptorProto enumeration, String scope, List<Integer> path) {
            add(scope, enumeration.getName(), path);
            for (int i = 0; i < enumeration.getValueCount(); i++) {
                add(scope, enumeration.getValue(i).getName(), below(path, 2, i));
            }
        }

        private void service(ServiceDescriptorProto service, String scope, List<Integer> path) {
            var name = add(scope, service.getName(), path);
            for (int i = 0; i < service.getMethodCount(); i++) {
                add(name, service.getMethod(i).getName(), below(path, 2, i));
            }
        }

        private String add(String scope, String name, List<Integer> path) {
            var fullName = scope.isEmpty() ? name : scope + "." + name;
            var comment = byPath.get(path);
            if (comment != null) {
                byName.put(
                        fullName,
                        comment.lines()
                                .map(String::strip)
                                .collect(Collectors.joining("\n"))
                                .strip());
            }
            return fullName;
        }

        private static List<Integer> below(List<Integer> path, int kind, int index) {
            return Stream.concat(path.stream(), Stream.of(kind, index)).toList();
        }
    }
}
