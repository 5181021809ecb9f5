package news.platform.gateway.stream.log;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Set;

/** What one client chose: for each filter the values of which one will do, none for any. Immutable. */
final class Wanted {

    /** What a message has for each filter. */
    record Values(List<LogFields.Filter> filters, Object[] found) {}

    private final List<Set<Object>> choices;
    private final int hash;

    Wanted(List<Set<Object>> choices) {
        this.choices = List.copyOf(choices);
        this.hash = this.choices.hashCode();
    }

    /** The values of a request's field; none where it is not set. */
    static Set<Object> choice(Message request, FieldDescriptor field) {
        Object value = request.getField(field);
        if (field.isRepeated()) {
            return Set.copyOf((List<?>) value);
        }
        boolean set = field.hasPresence() ? request.hasField(field) : !value.equals(field.getDefaultValue());
        return set ? Set.of(value) : Set.of();
    }

    boolean passes(Values values) {
        for (int i = 0; i < choices.size(); i++) {
            Set<Object> choice = choices.get(i);
            if (!choice.isEmpty() && !fits(values.filters().get(i), choice, values.found()[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(LogFields.Filter filter, Set<Object> choice, Object found) {
        return switch (filter.op()) {
            case FILTER_OP_HAS -> ((List<?>) found).stream().anyMatch(choice::contains);
            case FILTER_OP_EQUALS -> choice.contains(found);
            case FILTER_OP_AT_LEAST -> number(found) >= number(choice.iterator().next());
            case FILTER_OP_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalStateException("refused by the contract");
        };
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Wanted wanted && hash == wanted.hash && choices.equals(wanted.choices));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
