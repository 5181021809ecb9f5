package news.platform.event;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.ExtensionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.event.v1.EventProto;

/**
 * The topics that the contract declares. Immutable.
 *
 * @param all by name
 */
public record EventTopics(Map<String, TopicDescription> all) {
    private static final String DESCRIPTORS = "contracts.desc";

    public EventTopics {
        all = Map.copyOf(all);
    }

    /** Those of every {@code contracts.desc} on the class path. */
    public static EventTopics load() {
        try {
            List<URL> sets = Collections.list(EventTopics.class.getClassLoader().getResources(DESCRIPTORS));
            return new EventTopics(sets.stream()
                    .flatMap(EventTopics::files)
                    .flatMap(EventTopics::of)
                    .distinct()
                    .collect(Collectors.toMap(TopicDescription::name, topic -> topic)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topic of this name; empty where the contract has none. */
    public Optional<TopicDescription> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    private static Stream<FileDescriptorProto> files(URL set) {
        var registry = ExtensionRegistry.newInstance();
        EventProto.registerAllExtensions(registry);
        try (var in = set.openStream()) {
            return FileDescriptorSet.parseFrom(in, registry).getFileList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(set + " cannot be read", e);
        }
    }

    private static Stream<TopicDescription> of(FileDescriptorProto file) {
        return file.getOptions().getExtension(EventProto.topic).stream().map(TopicDescription::of);
    }
}
