package news.platform.fuzz.mutation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;
import news.platform.fuzz.request.Pair;

/** The parameters of an address. */
final class ParameterMutations {
    private static final List<String> CODINGS = List.of(
            "%",
            "%4",
            "%zz",
            "%00",
            "%c0%af",
            "%ff%fe",
            "%ed%a0%80",
            "%25%32%66",
            "%u0041",
            "+",
            "%0d%0aX-Injected:1",
            "&&=&");
    private static final List<String> FIELDS = List.of(
            "id",
            "articles.id",
            "articles.authors.id",
            "authors",
            "nothing",
            "articles.nothing",
            "id.id.id",
            "",
            ",",
            "a,,b",
            "id,id",
            ".id",
            "id.",
            "nextPageToken",
            "*",
            "a.".repeat(2000) + "b");
    private static final List<String> TOKENS = List.of(
            "AAAA",
            "q7To9Ecw9a72j_aEZ79R2AAbMjAyNi0xMS0yNlQxMjo1ODoyOC4wNDIxMDRaACQwMWEyMTdlZi05OTJmLTcwMDA",
            "!!!!",
            "=",
            "%E8%B4%A2",
            "A".repeat(1024),
            "A".repeat(1025));

    private ParameterMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("parameter", Stage.HEAD, ParameterMutations::oddValue),
                new Mutation("parameter", Stage.HEAD, ParameterMutations::oddValue),
                new Mutation("parameter coding", Stage.HEAD, ParameterMutations::oddCoding),
                new Mutation("parameter bytes", Stage.HEAD, ParameterMutations::rawBytes),
                new Mutation("parameter name", Stage.HEAD, ParameterMutations::oddName),
                new Mutation("parameter twice", Stage.HEAD, ParameterMutations::twice),
                new Mutation("parameters", Stage.HEAD, ParameterMutations::many),
                new Mutation("fields", Stage.HEAD, (draft, dice) -> add(draft, "fields", dice.pick(FIELDS), "odd")),
                new Mutation(
                        "page token", Stage.HEAD, (draft, dice) -> add(draft, "pageToken", dice.pick(TOKENS), "odd")),
                new Mutation("parameter time", Stage.HEAD, ParameterMutations::time));
    }

    private static String add(Draft draft, String name, String value, String label) {
        draft.query().removeIf(pair -> pair.name().equals(name));
        draft.query().add(new Pair(name, value));
        return label;
    }

    private static String oddValue(Draft draft, Dice dice) {
        var odd = Odd.any(dice);
        return add(draft, name(draft, dice), ByteText.percent(odd.text()), odd.label());
    }

    private static String oddCoding(Draft draft, Dice dice) {
        var coding = dice.pick(CODINGS);
        return add(draft, name(draft, dice), coding, coding);
    }

    /** As the client should not write it; blanks and line ends would end the line. */
    private static String rawBytes(Draft draft, Dice dice) {
        var odd = Odd.inHeader(dice);
        return add(draft, name(draft, dice), odd.text().replace(' ', '_'), odd.label());
    }

    private static String oddName(Draft draft, Dice dice) {
        var odd = Odd.any(dice);
        var base = name(draft, dice);
        var name = dice.pick(List.of(
                ByteText.percent(odd.text()),
                base + "[]",
                base + "[0]",
                base + ".a",
                base.toUpperCase(java.util.Locale.ROOT),
                "a.b.c"));
        draft.query().add(new Pair(name, "1"));
        return odd.label();
    }

    private static String twice(Draft draft, Dice dice) {
        var name = name(draft, dice);
        draft.query().add(new Pair(name, "1"));
        draft.query().add(new Pair(name, dice.chance(0.5) ? "1" : "2"));
        return "same name";
    }

    private static String many(Draft draft, Dice dice) {
        int count = dice.pick(List.of(60, 300, 1500));
        var name = name(draft, dice);
        boolean same = dice.chance(0.5);
        for (int i = 0; i < count; i++) {
            draft.query().add(new Pair(same ? name : "p" + i, ""));
        }
        return count + (same ? " of one name" : " names");
    }

    private static String time(Draft draft, Dice dice) {
        var times = draft.operation().query().stream()
                .filter(ParameterMutations::isTime)
                .map(FieldDescriptor::getJsonName)
                .toList();
        var odd = Odd.time(dice);
        return add(draft, times.isEmpty() ? "from" : dice.pick(times), ByteText.percent(odd.text()), odd.label());
    }

    private static boolean isTime(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getName().equals("Timestamp");
    }

    private static String name(Draft draft, Dice dice) {
        var fields = draft.operation().query();
        return fields.isEmpty() ? "pageSize" : dice.pick(fields).getJsonName();
    }
}
