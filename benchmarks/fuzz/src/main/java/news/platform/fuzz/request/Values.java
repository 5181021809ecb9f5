package news.platform.fuzz.request;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import news.platform.fuzz.contract.Limits;
import news.platform.fuzz.contract.Operation;

/** Values that a field takes. Nothing in them leads out of this machine. */
final class Values {
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";
    private static final List<String> WORDS =
            List.of("fuzz", "rates", "rise", "bank", "oil", "gold", "利率", "Börse", "quarter");
    private static final Set<String> SCALARS = Set.of(
            "google.protobuf.Timestamp",
            "google.protobuf.Duration",
            "google.protobuf.FieldMask",
            "google.protobuf.Struct",
            "google.protobuf.Value",
            "google.protobuf.ListValue");
    private static final int DEEPEST = 3;

    private final Operation operation;
    private final Known known;
    private final Dice dice;

    Values(Operation operation, Known known, Dice dice) {
        this.operation = operation;
        this.known = known;
        this.dice = dice;
    }

    /** Some or all of the fields of a message; one of each oneof at most. */
    Json.Fields message(Descriptor message) {
        return message(message, 0);
    }

    private Json.Fields message(Descriptor message, int depth) {
        List<Json.Field> fields = new ArrayList<>();
        var chosen = message.getRealOneofs().stream()
                .map(oneof -> dice.pick(oneof.getFields()))
                .toList();
        for (var field : message.getFields()) {
            boolean server = operation.variables().contains(field);
            boolean other = field.getRealContainingOneof() != null && !chosen.contains(field);
            if (!server && !other && dice.chance(message.getFields().size() > 15 ? 0.3 : 0.85)) {
                fields.add(new Json.Field(field.getJsonName(), json(field, depth)));
            }
        }
        return Json.fields(fields);
    }

    private Json json(FieldDescriptor field, int depth) {
        if (field.isMapField()) {
            return Json.fields(List.of(new Json.Field("key", Json.text("value"))));
        }
        if (field.isRepeated()) {
            var items = IntStream.range(0, dice.below(3)).mapToObj(_ -> single(field, depth));
            return new Json.Items(new ArrayList<>(items.distinct().toList()));
        }
        return single(field, depth);
    }

    private Json single(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case STRING, ENUM, LONG, BYTE_STRING -> Json.text(text(field));
            case INT, BOOLEAN, FLOAT, DOUBLE -> new Json.Literal(text(field));
            case MESSAGE -> nested(field.getMessageType(), depth);
        };
    }

    private Json nested(Descriptor message, int depth) {
        var name = message.getFullName();
        if (SCALARS.contains(name)) {
            return wellKnown(message);
        }
        if (name.startsWith("google.protobuf.") && name.endsWith("Value")) {
            return single(message.findFieldByName("value"), depth);
        }
        return depth >= DEEPEST ? Json.fields(List.of()) : message(message, depth + 1);
    }

    private Json wellKnown(Descriptor message) {
        return switch (message.getName()) {
            case "Struct", "Value" -> Json.fields(List.of(new Json.Field("a", new Json.Literal("1"))));
            case "ListValue" -> new Json.Items(new ArrayList<>());
            default -> Json.text(text(message));
        };
    }

    /** As it stands in an address, before encoding. */
    String text(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> ByteText.utf8(string(field));
            case INT, LONG -> Integer.toString(dice.below(90));
            case FLOAT, DOUBLE -> dice.below(90) + ".5";
            case BOOLEAN -> Boolean.toString(dice.chance(0.5));
            case ENUM -> dice.pick(field.getEnumType().getValues()).getName();
            case BYTE_STRING -> "AQID";
            case MESSAGE -> text(field.getMessageType());
        };
    }

    private String text(Descriptor message) {
        return switch (message.getName()) {
            case "Timestamp" -> "2090-0%d-1%dT03:04:05Z".formatted(1 + dice.below(9), dice.below(10));
            case "Duration" -> dice.below(90) + ".5s";
            case "FieldMask" -> "title,summary";
            default -> "{}";
        };
    }

    private String string(FieldDescriptor field) {
        var limits = Limits.of(field);
        var there = known.values(operation.safe(), field.getJsonName());
        if (!limits.allowed().isEmpty()) {
            return dice.pick(limits.allowed());
        }
        if (!there.isEmpty() && dice.chance(0.9)) {
            return dice.pick(there);
        }
        return cut(made(field.getName().toLowerCase(Locale.ROOT), limits), limits);
    }

    private String made(String name, Limits limits) {
        if (limits.email()) {
            return "fuzz-" + dice.below(20) + "@example.com";
        }
        if (limits.url()) {
            return "https://feed.invalid/" + dice.below(1000);
        }
        if (name.equals("id") || name.equals("ids") || name.endsWith("_id") || name.endsWith("_ids")) {
            return NOBODY;
        }
        return switch (name) {
            case "lang" -> "en";
            case "channel" -> "sandbox";
            case "symbols", "symbol" -> "ACME";
            case "etag", "page_token" -> "";
            case "currency_code" -> dice.pick(List.of("CNY", "USD", "JPY"));
            case "code", "coupon_code" -> "FUZZ-" + dice.below(20);
            case "validity" -> dice.pick(List.of("P1M", "P7D", "P1Y"));
            case "scope", "scopes" -> dice.pick(List.of("plans/premium", "articles/" + NOBODY));
            case "country" -> "US";
            case "threshold", "actual", "forecast", "previous", "revised", "open", "high", "low", "close" -> "1.5";
            case "date" -> "2026-11-1" + dice.below(10);
            case "exchange" -> "SANDBOX";
            case "pinyin" -> "ao ke mi";
            case "token" -> "fuzz-" + dice.below(20);
            case "target" -> dice.pick(List.of("articles/", "lives/")) + NOBODY;
            default -> dice.pick(WORDS) + " " + dice.pick(WORDS) + " " + dice.below(1000);
        };
    }

    private static String cut(String text, Limits limits) {
        return limits.longest() >= 0 && text.length() > limits.longest()
                ? text.substring(0, (int) limits.longest())
                : text;
    }
}
