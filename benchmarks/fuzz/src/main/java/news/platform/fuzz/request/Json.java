package news.platform.fuzz.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document that may be made wrong in any place. One byte a character. */
public sealed interface Json {

    /** Whatever is written there. */
    record Literal(String text) implements Json {}

    /** The fields may repeat a name. */
    record Fields(List<Field> list) implements Json {}

    record Items(List<Json> list) implements Json {}

    /** One name, its value can be changed. */
    final class Field {
        private final String name;
        private Json value;

        public Field(String name, Json value) {
            this.name = name;
            this.value = value;
        }

        public String name() {
            return name;
        }

        public Json value() {
            return value;
        }

        public void value(Json other) {
            value = other;
        }
    }

    static Json text(String byteText) {
        return new Literal(ByteText.json(byteText));
    }

    static Fields fields(List<Field> fields) {
        return new Fields(new ArrayList<>(fields));
    }

    default String write() {
        return switch (this) {
            case Literal(var text) -> text;
            case Items(var list) -> list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            case Fields(var list) ->
                list.stream()
                        .map(field -> ByteText.json(field.name()) + ":"
                                + field.value().write())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** Every object in it, itself included. */
    default Stream<Fields> objects() {
        return switch (this) {
            case Literal _ -> Stream.empty();
            case Items(var list) -> list.stream().flatMap(Json::objects);
            case Fields fields ->
                Stream.concat(Stream.of(fields), fields.list().stream().flatMap(field -> field.value()
                        .objects()));
        };
    }
}
