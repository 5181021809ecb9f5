package news.platform.event;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.platform.event.v1.EventProto;
import news.platform.event.v1.EventType;

/** Reads the event option of messages. Nothing is cached: keep the description where it is used often. */
public final class EventTypes {
    private static final Pattern TYPE =
            Pattern.compile("(news\\.[a-z0-9-]+\\.[a-z0-9-]+)\\.[a-z0-9-]+(\\.v[1-9][0-9]*)");

    private EventTypes() {}

    /**
     * The description of an event message.
     *
     * @throws IllegalArgumentException when the message is no event or its option contradicts its fields
     */
    public static EventDescription of(Descriptor message) {
        return find(message)
                .orElseThrow(() -> new IllegalArgumentException(
                        message.getFullName() + " is no event (expected: option (news.platform.event.v1.event))"));
    }

    /**
     * The description of a message; empty when it is no event.
     *
     * @throws IllegalArgumentException when its option contradicts its fields
     */
    public static Optional<EventDescription> find(Descriptor message) {
        if (!message.getOptions().hasExtension(EventProto.event)) {
            return Optional.empty();
        }
        EventType event = message.getOptions().getExtension(EventProto.event);
        return Optional.of(new EventDescription(
                event.getType(),
                topic(message, topicOf(event.getType())),
                field(message, event.getSubjectField(), FieldDescriptor.Type.STRING),
                event.getVersionField().isEmpty()
                        ? null
                        : field(message, event.getVersionField(), FieldDescriptor.Type.INT64)));
    }

    /**
     * The topic of a CloudEvents type: the same without the fact.
     *
     * @throws IllegalArgumentException when it is no type of the form {@code news.<domain>.<aggregate>.<fact>.v<N>}
     */
    public static String topicOf(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "event type: " + type + " (expected: news.<domain>.<aggregate>.<fact>.v<N>)");
        }
        return matcher.group(1) + matcher.group(2);
    }

    private static TopicDescription topic(Descriptor message, String name) {
        return message.getFile().getOptions().getExtension(EventProto.topic).stream()
                .filter(topic -> topic.getName().equals(name))
                .map(TopicDescription::of)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(message.getFullName() + " goes to " + name
                        + ", which its file does not declare (expected: option (news.platform.event.v1.topic))"));
    }

    private static FieldDescriptor field(Descriptor message, String name, FieldDescriptor.Type type) {
        FieldDescriptor field = message.findFieldByName(name);
        if (field == null || field.getType() != type || field.isRepeated()) {
            throw new IllegalArgumentException(
                    message.getFullName() + " event option: " + name + " (expected: a field of type " + type + ")");
        }
        return field;
    }
}
