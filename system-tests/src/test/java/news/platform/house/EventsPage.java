package news.platform.house;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.ExtensionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.edge.v1.PolicyProto;
import news.platform.event.EventTopics;
import news.platform.event.EventTypes;
import news.platform.event.TopicDescription;
import news.platform.event.v1.EventProto;

/** What docs/events.md says below its introduction: made from the contract and from the code of publishers and consumers. */
final class EventsPage {
    private static final Pattern TAKES = Pattern.compile("(?:Takes\\.of|\\.and|\\.andEnd)\\(\\s*(\\w+)\\.class");
    private static final Pattern BATCHES = Pattern.compile("implements BatchEventHandler<(\\w+)>");
    private static final Pattern TYPE = Pattern.compile("\"(news\\.[a-z-]+\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+)\"");
    private static final Map<String, String> AUDIENCES =
            Map.of("implements EventHandler", "once", "implements ReplicaHandler", "every replica");

    private final List<FileDescriptorProto> contract = contract();
    private final Map<String, Set<String>> consumers = new TreeMap<>();
    private final Map<String, Set<String>> publishers = new TreeMap<>();

    EventsPage() {
        contract.forEach(this::addPurges);
        Repository.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .forEach(this::addCode);
    }

    /** By message, who publishes it: the modules in whose code it is made beside an outbox, of a signal whoever has the edge send it. */
    Map<String, Set<String>> publishers() {
        return publishers;
    }

    /** The messages of all events, by full name. */
    Set<String> events() {
        return contract.stream()
                .flatMap(file -> file.getMessageTypeList().stream()
                        .filter(EventsPage::isEvent)
                        .map(message -> file.getPackage() + "." + message.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String text() {
        var page = new StringBuilder();
        new TreeMap<>(EventTopics.load().all()).values().forEach(topic -> {
            page.append("\n## %s\n%s%n%n".formatted(topic.name(), described(topic)));
            page.append("| event | when | who takes it |\n|---|---|---|\n");
            contract.forEach(file -> rows(file, topic, page));
        });
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static String described(TopicDescription topic) {
        return "Published by %s. %d partition%s, %s."
                .formatted(
                        topic.owner(),
                        topic.partitions(),
                        topic.partitions() == 1 ? "" : "s",
                        topic.compacted()
                                ? "the last event of each subject for good, tombstones for "
                                        + topic.retention().toDays() + " days"
                                : topic.retention().toDays() + " days");
    }

    private void rows(FileDescriptorProto file, TopicDescription topic, StringBuilder page) {
        for (int index = 0; index < file.getMessageTypeCount(); index++) {
            DescriptorProto message = file.getMessageType(index);
            String type = message.getOptions().getExtension(EventProto.event).getType();
            if (isEvent(message) && EventTypes.topicOf(type).equals(topic.name())) {
                var takers = new TreeSet<>(consumers.getOrDefault(type, Set.of()));
                takers.addAll(consumers.getOrDefault(file.getPackage() + "." + message.getName(), Set.of()));
                page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                type, comment(file, index), takers.isEmpty() ? "nobody" : String.join("; ", takers)));
            }
        }
    }

    private void addPurges(FileDescriptorProto file) {
        for (var service : file.getServiceList()) {
            for (var method : service.getMethodList()) {
                method.getOptions()
                        .getExtension(PolicyProto.policy)
                        .getCache()
                        .getPurgesList()
                        .forEach(purge -> add(consumers, purge.getEvent(), "gateway: purges " + method.getName()));
                if (method.getOptions().getExtension(PolicyProto.policy).getSignal()) {
                    add(
                            publishers,
                            method.getInputType().substring(1),
                            file.getPackage().split("\\.")[2]);
                }
            }
        }
    }

    private void addCode(Path file) {
        String text = Repository.text(file);
        Path path = Repository.ROOT.relativize(file);
        String folder = path.getName(0).toString();
        String module =
                folder.equals("platform") ? "whoever has platform-" + path.getName(1) : folder.replace("-service", "");
        String name = Objects.requireNonNull(file.getFileName()).toString().replace(".java", "");
        var takes = TAKES.matcher(text);
        while (text.contains("import news.platform.messaging.Takes;") && takes.find()) {
            add(consumers, fullName(text, takes.group(1)), module + ": " + name + ", " + audience(text));
        }
        var batches = BATCHES.matcher(text);
        if (batches.find()) {
            add(consumers, fullName(text, batches.group(1)), module + ": " + name + ", in batches");
        }
        if (text.contains("import news.platform.messaging.Outbox;")
                || text.contains("import news.platform.messaging.signal.Signals;")) {
            events().stream()
                    .filter(event -> text.contains("import " + event + ";"))
                    .forEach(event -> add(publishers, event, module));
        }
        var type = TYPE.matcher(text);
        while (name.equals("SecurityProperties") && type.find()) {
            add(consumers, type.group(1), "whoever verifies tokens: RevokedSessions, every replica");
        }
    }

    private static String audience(String text) {
        return AUDIENCES.entrySet().stream()
                .filter(audience -> text.contains(audience.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    private static String fullName(String text, String simpleName) {
        var imported = Pattern.compile("import (news\\.platform\\.[a-z0-9.]+\\." + simpleName + ");")
                .matcher(text);
        return imported.find() ? imported.group(1) : simpleName;
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
    }

    private static boolean isEvent(DescriptorProto message) {
        return message.getOptions().hasExtension(EventProto.event);
    }

    private static String comment(FileDescriptorProto file, int message) {
        return file.getSourceCodeInfo().getLocationList().stream()
                .filter(location ->
                        location.getPathList().equals(List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, message)))
                .map(Location::getLeadingComments)
                .findFirst()
                .orElse("")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static List<FileDescriptorProto> contract() {
        var registry = ExtensionRegistry.newInstance();
        EventProto.registerAllExtensions(registry);
        PolicyProto.registerAllExtensions(registry);
        try (var in = Objects.requireNonNull(EventsPage.class.getResourceAsStream("/contracts.desc"))) {
            return FileDescriptorSet.parseFrom(in, registry).getFileList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
