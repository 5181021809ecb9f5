package news.platform.gateway.transcode.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Walks beside the reader of messages and refuses what it would let pass (unknown and repeated names, a number for a
 * string, deep nesting, broken Unicode), and knows at each moment which field is being read.
 */
final class StrictJson extends JsonParserDelegate {

    /**
     * What to look for.
     *
     * @param maxNesting how deep objects and lists may go
     * @param escapes whether the body holds escapes, and so perhaps half of a surrogate pair
     */
    record Rules(int maxNesting, boolean escapes) {}

    private final JsonPlace root;
    private final Rules rules;
    private final @Nullable List<FieldDescriptor> named;
    private @Nullable JsonPlace place;

    StrictJson(JsonParser json, JsonPlace root, Rules rules, @Nullable List<FieldDescriptor> named) {
        super(json);
        this.root = root;
        this.rules = rules;
        this.named = named;
    }

    /** The field being read; "body" outside all of them. */
    String path() {
        var path = place == null ? "" : place.path();
        return path.isEmpty() ? "body" : path;
    }

    /** Where the parser broke: it takes a name together with the beginning of its value, and so may be ahead of us. */
    String brokenPath() {
        var here = place;
        if (here != null) {
            here.move(getParsingContext().getCurrentName(), getParsingContext().getCurrentIndex());
        }
        return path();
    }

    /** What the value being read must be. */
    String expected() {
        var here = place;
        if (here == null) {
            return JsonKind.OBJECT.phrase();
        }
        var field = here.field();
        return here.kind() == JsonKind.NUMBER && field != null
                ? NumberText.phrase(field)
                : here.kind().phrase();
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token != null) {
            check(token);
        }
        return token;
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        var token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private void check(JsonToken token) throws IOException {
        var here = place;
        if (here == null) {
            open(token);
            return;
        }
        if (token.isStructEnd()) {
            place = here.outer;
            return;
        }
        if (token == JsonToken.FIELD_NAME) {
            var wrong = here.name(Objects.requireNonNull(currentName()));
            if (wrong != null) {
                throw refuse(wrong);
            }
            var field = here.field();
            if (named != null && here.depth == 1 && field != null) {
                named.add(field);
            }
            return;
        }
        var beside = here.value(token == JsonToken.VALUE_NULL);
        if (beside != null) {
            throw refuse(beside);
        }
        if (!here.kind().accepts(token)) {
            throw refuse("must be " + expected());
        }
        if (token.isStructStart()) {
            enter(here.open(token == JsonToken.START_ARRAY));
            return;
        }
        if (token == JsonToken.VALUE_STRING && rules.escapes() && !Unicode.isWhole(getText())) {
            throw refuse("holds half of a surrogate pair");
        }
        if (!isAllowed(token, here.field(), here.kind())) {
            throw refuse("must be " + expected());
        }
    }

    /** Whether the text of a value is within what the mapping allows; free JSON has no field. */
    private boolean isAllowed(JsonToken token, @Nullable FieldDescriptor field, JsonKind kind) throws IOException {
        if (field == null || kind == JsonKind.TEXT || kind == JsonKind.ANYTHING) {
            return true;
        }
        return switch (token) {
            case VALUE_STRING -> ValueText.acceptsString(field, kind, getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ValueText.acceptsNumber(field, kind, getText());
            default -> true;
        };
    }

    private void open(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw refuse("must be an object");
        }
        place = root;
    }

    private void enter(JsonPlace next) {
        if (next.depth > rules.maxNesting()) {
            throw refuse("is nested too deeply (maximum: %d)".formatted(rules.maxNesting()));
        }
        place = next;
    }

    private RuntimeException refuse(String message) {
        return Problem.field(path(), message).asException();
    }
}
