package news.platform.gateway.call;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.platform.edge.v1.Substitute;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.ContractException;
import news.platform.gateway.contract.FieldPath;
import news.platform.gateway.contract.Method;

/**
 * One list that stands in for another, its names looked up.
 *
 * @param asked the method that has the list
 * @param items the field of its answer with the items
 * @param time the items' field that puts them in order
 * @param list the field of the answer that is stood in for, whose elements are messages
 * @param target where in such an element an item goes
 */
record Substitution(
        Method asked, FieldDescriptor items, FieldDescriptor time, FieldDescriptor list, FieldDescriptor target) {

    /** An element of that list, and the time of what is in it. */
    record Dated(FieldDescriptor list, Message element, Timestamp time) {
        static final Comparator<Dated> LATEST_FIRST = Comparator.comparingLong(
                        (Dated one) -> one.time().getSeconds())
                .thenComparingInt(one -> one.time().getNanos())
                .reversed();
    }

    static Substitution of(Method method, Substitute stated, Contract contract) {
        var asked = contract.method(stated.getMethod()).orElseThrow(() -> wrong(method, stated.getMethod()));
        var items = Optional.ofNullable(asked.descriptor().getOutputType().findFieldByName(stated.getItemsField()))
                .filter(FieldDescriptor::isRepeated)
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .orElseThrow(() -> wrong(method, stated.getItemsField()));
        var time = Optional.ofNullable(items.getMessageType().findFieldByName(stated.getTimeField()))
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && field.getMessageType().equals(Timestamp.getDescriptor()))
                .orElseThrow(() -> wrong(method, stated.getTimeField()));
        var path = FieldPath.of(method.descriptor().getOutputType(), stated.getTargetField())
                .map(FieldPath::fields)
                .filter(fields -> fields.size() == 2 && fields.getFirst().isRepeated())
                .filter(fields -> fields.getLast().getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && fields.getLast().getMessageType().equals(items.getMessageType()))
                .orElseThrow(() -> wrong(method, stated.getTargetField()));
        return new Substitution(asked, items, time, path.getFirst(), path.getLast());
    }

    /** Asks for what the request asks for, as far as this list knows it. */
    Message request(Message request) {
        var mine = asked.request().newBuilderForType();
        request.getAllFields().forEach((field, value) -> {
            var same = mine.getDescriptorForType().findFieldByName(field.getName());
            if (same != null && same.getType() == field.getType() && same.isRepeated() == field.isRepeated()) {
                mine.setField(same, value);
            }
        });
        return mine.build();
    }

    /** The elements that this answer gives, for a message of the one that is stood in for. */
    List<Dated> elements(Message answer, Message.Builder into) {
        return IntStream.range(0, answer.getRepeatedFieldCount(items))
                .mapToObj(at -> (Message) answer.getRepeatedField(items, at))
                .map(item -> new Dated(
                        list,
                        into.newBuilderForField(list).setField(target, item).build(),
                        (Timestamp) item.getField(time)))
                .toList();
    }

    private static ContractException wrong(Method method, String name) {
        return new ContractException(method.name(), "policy.substitutes", "\"" + name + "\" is not what it must be");
    }
}
