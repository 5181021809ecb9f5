package news.platform.fuzz.mutation;

import java.util.List;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;
import news.platform.fuzz.request.Pair;

/** Header lines. */
final class HeaderMutations {
    private HeaderMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("header", Stage.HEAD, HeaderMutations::odd),
                new Mutation("header", Stage.HEAD, HeaderMutations::odd),
                new Mutation("header", Stage.HEAD, HeaderMutations::known),
                new Mutation("header", Stage.HEAD, HeaderMutations::known),
                new Mutation("header", Stage.HEAD, HeaderMutations::known),
                new Mutation("header twice", Stage.HEAD, HeaderMutations::twice),
                new Mutation("header name", Stage.HEAD, HeaderMutations::oddName),
                new Mutation("headers", Stage.HEAD, HeaderMutations::many),
                new Mutation("header missing", Stage.HEAD, HeaderMutations::missing));
    }

    private static String odd(Draft draft, Dice dice) {
        var odd = Odd.inHeader(dice);
        draft.header(dice.pick(HeaderValues.NAMES), odd.text());
        return odd.label();
    }

    private static String known(Draft draft, Dice dice) {
        var name = dice.pick(HeaderValues.NAMES);
        var values = HeaderValues.BY_NAME.getOrDefault(name, List.of("", "x", ",", "\""));
        var value = dice.pick(values);
        draft.header(name, value);
        return name + " " + (value.length() > 50 ? value.substring(0, 50) + "…" : value);
    }

    private static String twice(Draft draft, Dice dice) {
        var name = dice.pick(
                dice.chance(0.5)
                        ? HeaderValues.NAMES
                        : List.of("Host", "Content-Type", "Idempotency-Key", "traceparent"));
        var values = HeaderValues.BY_NAME.getOrDefault(name, List.of("a", "b"));
        draft.headers().add(new Pair(name, dice.pick(values)));
        draft.headers()
                .add(new Pair(dice.chance(0.5) ? name : name.toLowerCase(java.util.Locale.ROOT), dice.pick(values)));
        return name;
    }

    private static String oddName(Draft draft, Dice dice) {
        var odd = Odd.inHeader(dice);
        draft.headers().add(new Pair(odd.text(), "1"));
        return odd.label();
    }

    private static String many(Draft draft, Dice dice) {
        boolean wide = dice.chance(0.5);
        int count = wide ? dice.pick(List.of(5, 20)) : dice.pick(List.of(90, 150, 500));
        var value = wide ? "a".repeat(3500) : "a";
        for (int i = 0; i < count; i++) {
            draft.headers().add(new Pair("X-Many-" + i, value));
        }
        return count + (wide ? " of 3500 bytes" : "");
    }

    private static String missing(Draft draft, Dice dice) {
        if (draft.headers().isEmpty()) {
            return "none";
        }
        return draft.headers().remove(dice.below(draft.headers().size())).name();
    }
}
