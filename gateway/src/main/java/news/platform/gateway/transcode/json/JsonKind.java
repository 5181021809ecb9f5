package news.platform.gateway.transcode.json;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** The JSON form that a single value of a field has by the proto3 mapping. */
public enum JsonKind {
    TEXT("a string"),
    BYTES("a base64 string"),
    BOOL("true or false"),
    NUMBER("a number"),
    ENUM("the name of an enum value"),
    TIME("an RFC 3339 time, e.g. \"2026-01-31T09:30:00Z\""),
    DURATION("a duration in seconds, e.g. \"1.5s\""),
    FIELD_MASK("field names separated by commas"),
    OBJECT("an object"),
    MESSAGE("an object"),
    ARRAY("an array"),
    ANYTHING("a JSON value");

    private final String phrase;

    JsonKind(String phrase) {
        this.phrase = phrase;
    }

    /** To be read behind "must be". */
    public String phrase() {
        return phrase;
    }

    /** Whether a value of this kind may begin with the token; null stands for the default everywhere. */
    boolean accepts(JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return true;
        }
        return switch (this) {
            case TEXT, BYTES, TIME, DURATION, FIELD_MASK -> token == JsonToken.VALUE_STRING;
            case BOOL -> token.isBoolean();
            case NUMBER -> token.isNumeric() || token == JsonToken.VALUE_STRING;
            case ENUM -> token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
            case OBJECT, MESSAGE -> token == JsonToken.START_OBJECT;
            case ARRAY -> token == JsonToken.START_ARRAY;
            case ANYTHING -> true;
        };
    }

    /** Of one value, where the field is repeated. */
    public static JsonKind of(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> TEXT;
            case BYTE_STRING -> BYTES;
            case BOOLEAN -> BOOL;
            case ENUM -> field.getEnumType().getFullName().equals("google.protobuf.NullValue") ? ANYTHING : ENUM;
            case INT, LONG, FLOAT, DOUBLE -> NUMBER;
            case MESSAGE -> of(field.getMessageType());
        };
    }

    static JsonKind of(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Timestamp" -> TIME;
            case "google.protobuf.Duration" -> DURATION;
            case "google.protobuf.FieldMask" -> FIELD_MASK;
            case "google.protobuf.StringValue" -> TEXT;
            case "google.protobuf.BytesValue" -> BYTES;
            case "google.protobuf.BoolValue" -> BOOL;
            case "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value",
                    "google.protobuf.FloatValue",
                    "google.protobuf.DoubleValue" -> NUMBER;
            case "google.protobuf.Struct", "google.protobuf.Any" -> OBJECT;
            case "google.protobuf.ListValue" -> ARRAY;
            case "google.protobuf.Value" -> ANYTHING;
            default -> MESSAGE;
        };
    }
}
