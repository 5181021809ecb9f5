package news.platform.policy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/**
 * What an event message is called and what it is about.
 *
 * @param type the CloudEvents type, e.g. {@code news.content.article.published.v1}
 * @param topic the type without its fact, e.g. {@code news.content.article.v1}
 * @param subjectField the string field with the aggregate's id
 * @param versionField the int64 field with the aggregate's version
 */
public record EventDescription(String type, String topic, FieldDescriptor subjectField, FieldDescriptor versionField) {
    /** The id of the aggregate that the event is about: the record's key. */
    public String subject(Message event) {
        return (String) event.getField(subjectField);
    }

    /** The version that the aggregate had with this event. */
    public long version(Message event) {
        return (Long) event.getField(versionField);
    }
}
