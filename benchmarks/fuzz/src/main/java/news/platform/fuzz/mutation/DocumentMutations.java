package news.platform.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import news.platform.fuzz.contract.Limits;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;
import news.platform.fuzz.request.Json;

/** Values, names and shapes of a document. */
final class DocumentMutations {
    private static final int DEEP = 3000;
    private static final List<Odd> LITERALS = List.of(
            new Odd("null", "null"),
            new Odd("boolean", "true"),
            new Odd("zero", "0"),
            new Odd("minus zero", "-0"),
            new Odd("fraction", "1.5"),
            new Odd("huge exponent", "1e400"),
            new Odd("exponent of ten digits", "1e2147483648"),
            new Odd("long number", "1" + "0".repeat(400)),
            new Odd("int overflow", "2147483648"),
            new Odd("long overflow", "9223372036854775808"),
            new Odd("empty list", "[]"),
            new Odd("list of null", "[null]"),
            new Odd("list of lists", "[[[]]]"),
            new Odd("empty object", "{}"),
            new Odd("object", "{\"a\":{\"b\":1}}"),
            new Odd("lone surrogate", "\"\\ud800\""),
            new Odd("escaped NUL", "\"a\\u0000b\""),
            new Odd("raw control", "\"a\u0001b\""),
            new Odd("bad escape", "\"\\x41\""),
            new Odd("NaN", "NaN"),
            new Odd("Infinity", "-Infinity"),
            new Odd("single quotes", "'a'"),
            new Odd("bare word", "abc"),
            new Odd("nothing", ""),
            new Odd("comment", "/* */1"),
            new Odd("type name", "{\"@type\":\"type.googleapis.com/google.protobuf.Any\"}"),
            new Odd("deep lists", "[".repeat(DEEP) + "]".repeat(DEEP)),
            new Odd("deep objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
            new Odd("many items", "[" + "\"a\",".repeat(5000) + "\"a\"]"));

    private DocumentMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("value", Stage.DOCUMENT, (draft, dice) -> replace(draft, dice, LITERALS)),
                new Mutation("value", Stage.DOCUMENT, (draft, dice) -> replace(draft, dice, LITERALS)),
                new Mutation("text", Stage.DOCUMENT, DocumentMutations::oddText),
                new Mutation("time", Stage.DOCUMENT, DocumentMutations::oddTime),
                new Mutation("limit", Stage.DOCUMENT, DocumentMutations::limit),
                new Mutation("list", Stage.DOCUMENT, DocumentMutations::itemsAroundTheLimit),
                new Mutation("repeated name", Stage.DOCUMENT, DocumentMutations::repeat),
                new Mutation("unknown name", Stage.DOCUMENT, DocumentMutations::unknown),
                new Mutation("missing field", Stage.DOCUMENT, DocumentMutations::remove));
    }

    private static String replace(Draft draft, Dice dice, List<Odd> odds) {
        var odd = dice.pick(odds);
        return change(draft, dice, (_, _) -> odd);
    }

    private static String oddText(Draft draft, Dice dice) {
        var odd = Odd.any(dice);
        return change(draft, dice, (_, _) -> new Odd(odd.label(), ByteText.json(odd.text())));
    }

    private static String oddTime(Draft draft, Dice dice) {
        var odd = Odd.time(dice);
        return change(draft, dice, (_, _) -> new Odd(odd.label(), ByteText.json(odd.text())));
    }

    /** At the limit of the field's rules and one beyond. */
    private static String limit(Draft draft, Dice dice) {
        int beyond = dice.below(2);
        var letter = dice.pick(List.of("a", ByteText.utf8("财"), ByteText.utf8("😀")));
        return change(draft, dice, (name, random) -> {
            long longest = rules(draft, name).longest();
            int length = longest >= 0 ? (int) longest + beyond : 1 + random.below(100_000);
            return new Odd(beyond + " beyond", ByteText.json(letter.repeat(length)));
        });
    }

    private static String itemsAroundTheLimit(Draft draft, Dice dice) {
        int beyond = dice.below(2);
        return change(draft, dice, (name, _) -> {
            long most = Math.max(1, rules(draft, name).mostItems());
            List<Json> items = new ArrayList<>();
            for (int i = 0; i < most + beyond; i++) {
                items.add(Json.text("A" + i));
            }
            return new Odd(beyond + " beyond", new Json.Items(items).write());
        });
    }

    private static Limits rules(Draft draft, String name) {
        return draft.operation()
                .body()
                .flatMap(body -> body.getFields().stream()
                        .filter(field -> field.getJsonName().equals(name))
                        .findFirst())
                .map(Limits::of)
                .orElse(new Limits(0, Limits.NONE, Limits.NONE, List.of(), false, false));
    }

    private static String change(Draft draft, Dice dice, BiFunction<String, Dice, Odd> made) {
        var json = draft.json();
        if (json.isEmpty()) {
            return "no document";
        }
        var fields =
                json.get().objects().flatMap(object -> object.list().stream()).toList();
        if (fields.isEmpty() || dice.chance(0.05)) {
            var whole = made.apply("", dice);
            draft.json(new Json.Literal(whole.text()));
            return whole.label() + " as the whole";
        }
        var field = dice.pick(fields);
        var odd = made.apply(field.name(), dice);
        field.value(new Json.Literal(odd.text()));
        return odd.label();
    }

    private static String repeat(Draft draft, Dice dice) {
        return objects(draft, dice, list -> {
            if (list.isEmpty()) {
                return "no field";
            }
            var field = dice.pick(list);
            list.add(new Json.Field(field.name(), dice.chance(0.5) ? field.value() : new Json.Literal("null")));
            return "twice";
        });
    }

    private static String unknown(Draft draft, Dice dice) {
        var odd = dice.chance(0.3)
                ? new Odd("prototype", dice.pick(List.of("__proto__", "constructor", "@type", "$ref")))
                : Odd.any(dice);
        return objects(draft, dice, list -> {
            list.add(new Json.Field(odd.text(), new Json.Literal("1")));
            return odd.label();
        });
    }

    private static String remove(Draft draft, Dice dice) {
        return objects(draft, dice, list -> {
            if (!list.isEmpty()) {
                list.remove(dice.below(list.size()));
            }
            return "one";
        });
    }

    private static String objects(
            Draft draft, Dice dice, java.util.function.Function<List<Json.Field>, String> change) {
        var objects = draft.json().stream().flatMap(Json::objects).toList();
        return objects.isEmpty() ? "no object" : change.apply(dice.pick(objects).list());
    }
}
