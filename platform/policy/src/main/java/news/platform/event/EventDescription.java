package news.platform.event;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an event message is called and what it is about.
 *
 * @param type the CloudEvents type, e.g. {@code news.content.article.published.v1}
 * @param topic where it goes
 * @param subjectField the string field with the aggregate's id
 * @param versionField the int64 field with the aggregate's version; null where nobody counts, as with signals
 */
public record EventDescription(
        String type,
        TopicDescription topic,
        FieldDescriptor subjectField,
        @Nullable FieldDescriptor versionField) {
    /** The id of the aggregate that the event is about: the record's key. */
    public String subject(Message event) {
        return (String) event.getField(subjectField);
    }

    /** The version that the aggregate had with this event; 0 where nobody counts. */
    public long version(Message event) {
        return versionField == null ? 0 : (Long) event.getField(versionField);
    }
}
