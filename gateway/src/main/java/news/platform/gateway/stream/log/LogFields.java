package news.platform.gateway.stream.log;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import news.platform.edge.v1.FilterOp;
import news.platform.edge.v1.StreamPolicy;
import news.platform.gateway.contract.Method;
import org.jspecify.annotations.Nullable;

/** Where a stream's messages have what the edge reads of them. */
final class LogFields {

    /** One filter: the request's field, the message's field, how they are compared. */
    record Filter(FieldDescriptor wanted, FieldDescriptor found, FilterOp op) {}

    private final Message emptyRequest;
    private final FieldDescriptor id;
    private final FieldDescriptor covers;
    private final FieldDescriptor resume;
    private final @Nullable FieldDescriptor event;
    private final @Nullable FieldDescriptor data;
    private final @Nullable FieldDescriptor takesBack;
    private final List<Filter> filters;

    private LogFields(Method method, StreamPolicy stream) {
        Descriptor request = method.request().getDescriptorForType();
        Descriptor response = method.response().getDescriptorForType();
        this.emptyRequest = method.request();
        this.id = field(response, stream.getIdField());
        this.covers = field(response, stream.getCoversField());
        this.resume = field(request, stream.getResumeField());
        this.event = response.findFieldByName(stream.getEventField());
        this.data = response.findFieldByName(stream.getDataField());
        this.takesBack = response.findFieldByName(stream.getTakesBackField());
        this.filters = stream.getFiltersList().stream()
                .map(filter -> new Filter(
                        field(request, filter.getRequestField()),
                        field(response, filter.getMessageField()),
                        filter.getOp()))
                .toList();
    }

    /** The contract was checked before. */
    static LogFields of(Method method) {
        return new LogFields(method, method.policy().stream().orElseThrow());
    }

    /** Asks for everything behind a position. */
    Message request(long after) {
        return emptyRequest.newBuilderForType().setField(resume, after).build();
    }

    /** What a client has, by its request. */
    long resume(Message request) {
        return (long) request.getField(resume);
    }

    long position(Message message) {
        return (long) message.getField(id);
    }

    long covers(Message message) {
        return (long) message.getField(covers);
    }

    /** Whether clients are told of it. */
    boolean tells(Message message) {
        return event == null || !type(message).isEmpty();
    }

    /** The positions of messages that nobody is told any more. */
    List<Long> takesBack(Message message) {
        return takesBack == null
                ? List.of()
                : ((List<?>) message.getField(takesBack))
                        .stream().map(Long.class::cast).toList();
    }

    Wanted wanted(Message request) {
        return new Wanted(filters.stream()
                .map(filter -> Wanted.choice(request, filter.wanted()))
                .toList());
    }

    /** {@code json}: how its data is written, if anybody wants it. */
    Entry entry(Message message, Function<Message, byte[]> json) {
        Object[] values = new Object[filters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = message.getField(filters.get(i).found());
        }
        Message shown = data == null ? message : (Message) message.getField(data);
        return new Entry(position(message), type(message), shown, json, new Wanted.Values(filters, values));
    }

    private String type(Message message) {
        return event == null ? "" : (String) message.getField(event);
    }

    private static FieldDescriptor field(Descriptor message, String name) {
        return Objects.requireNonNull(message.findFieldByName(name), name);
    }
}
