package news.platform.messaging;

import com.google.protobuf.Internal;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.platform.event.EventTypes;

/**
 * The types of events that a consumer takes, and what it does about each:
 *
 * <pre>{@code return Takes.of(ArticlePublished.class, this::published)
 *         .and(ArticleRecalled.class, this::recalled);}</pre>
 *
 * Events of other types are not for it. Immutable.
 */
public final class Takes {
    private final Map<String, Consumer<CloudEvent>> events;
    private final Map<String, Consumer<EventContext>> ends;
    private final Map<String, Predicate<CloudEvent>> conditions;

    private Takes(
            Map<String, Consumer<CloudEvent>> events,
            Map<String, Consumer<EventContext>> ends,
            Map<String, Predicate<CloudEvent>> conditions) {
        this.events = Map.copyOf(events);
        this.ends = Map.copyOf(ends);
        this.conditions = Map.copyOf(conditions);
    }

    /** Takes one type; {@code action} does what an event of it demands. */
    public static <E extends Message> Takes of(Class<E> type, BiConsumer<E, EventContext> action) {
        return new Takes(Map.of(), Map.of(), Map.of()).and(type, action);
    }

    /** Takes types by name, of which only what came with them is looked at, not the payload; tombstones too. */
    public static Takes named(Set<String> types, Consumer<EventContext> action) {
        var events = new HashMap<String, Consumer<CloudEvent>>();
        var ends = new HashMap<String, Consumer<EventContext>>();
        for (String type : types) {
            events.put(type, event -> action.accept(event.context()));
            ends.put(type, action);
        }
        return new Takes(events, ends, Map.of());
    }

    /** The same and one type more. */
    public <E extends Message> Takes and(Class<E> type, BiConsumer<E, EventContext> action) {
        Parser<? extends Message> parser = Internal.getDefaultInstance(type).getParserForType();
        var more = new HashMap<>(events);
        more.put(name(type), event -> action.accept(type.cast(parse(parser, event)), event.context()));
        return new Takes(more, ends, conditions);
    }

    /** The same and the tombstones of a type: the subject is no more, what is known of it goes. */
    public <E extends Message> Takes andEnd(Class<E> type, Consumer<EventContext> action) {
        var more = new HashMap<>(ends);
        more.put(name(type), action);
        return new Takes(events, more, conditions);
    }

    /** The same, but of a type only events that are so: about the others nothing is done, no transaction is begun for them. */
    public <E extends Message> Takes only(Class<E> type, Predicate<E> condition) {
        Parser<? extends Message> parser = Internal.getDefaultInstance(type).getParserForType();
        var more = new HashMap<>(conditions);
        more.put(name(type), event -> condition.test(type.cast(parse(parser, event))));
        return new Takes(events, ends, more);
    }

    /** The CloudEvents types. */
    public Set<String> types() {
        var types = new HashMap<String, Object>(events);
        types.putAll(ends);
        return Set.copyOf(types.keySet());
    }

    /** The topics of all types, by the names that the contract has for them. */
    public Set<String> topics() {
        return types().stream().map(EventTypes::topicOf).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether anything is done about such an event.
     *
     * @throws MalformedEventException where it depends on its payload, and that is no message of the type
     */
    public boolean wants(CloudEvent event) {
        String type = event.context().type();
        return event.isTombstone()
                ? ends.containsKey(type)
                : events.containsKey(type)
                        && conditions.getOrDefault(type, _ -> true).test(event);
    }

    /**
     * Does what is to be done about an event; nothing where it is not wanted.
     *
     * @throws MalformedEventException where its payload is no message of the type
     */
    public void handle(CloudEvent event) {
        String type = event.context().type();
        if (event.isTombstone()) {
            ends.getOrDefault(type, _ -> {}).accept(event.context());
        } else {
            events.getOrDefault(type, _ -> {}).accept(event);
        }
    }

    private static <E extends Message> String name(Class<E> type) {
        return EventTypes.of(Internal.getDefaultInstance(type).getDescriptorForType())
                .type();
    }

    private static Message parse(Parser<? extends Message> parser, CloudEvent event) {
        try {
            return parser.parseFrom(event.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedEventException("payload is no " + event.context().type(), e);
        }
    }
}
