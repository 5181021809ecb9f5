package news.platform.gateway.contract;

import com.google.protobuf.Descriptors.FieldDescriptor;

/** Which part of the request message the request's body is. */
public sealed interface Body {

    /** None: a body is not looked at. */
    record None() implements Body {}

    /** All that the path leaves. */
    record Whole() implements Body {}

    /** One field, a message. */
    record Part(FieldDescriptor field) implements Body {

        /** True where the field takes the bytes as they came. */
        public boolean raw() {
            return field.getMessageType().getFullName().equals("google.api.HttpBody");
        }
    }
}
