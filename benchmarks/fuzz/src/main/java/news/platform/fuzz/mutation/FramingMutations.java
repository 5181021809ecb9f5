package news.platform.fuzz.mutation;

import java.util.Arrays;
import java.util.List;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;
import news.platform.fuzz.request.Framing;

/** Where the body ends, and the lines of the head. */
final class FramingMutations {
    private static final List<Framing> ALL = Arrays.asList(Framing.values());

    private FramingMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("framing", Stage.FRAMING, FramingMutations::framing),
                new Mutation("framing", Stage.FRAMING, FramingMutations::bodyWithoutNeed),
                new Mutation("lines", Stage.FRAMING, FramingMutations::lines));
    }

    private static String framing(Draft draft, Dice dice) {
        var framing = dice.pick(ALL);
        draft.framing(framing);
        return framing.name();
    }

    private static String bodyWithoutNeed(Draft draft, Dice dice) {
        var framing = dice.pick(ALL);
        if (draft.body().isEmpty()) {
            draft.body("{\"a\":1}");
        }
        draft.framing(framing);
        return framing.name();
    }

    private static String lines(Draft draft, Dice dice) {
        var end = dice.pick(List.of("\n", "\r", "\r\r\n", "\n\r", "\r\n "));
        draft.lineEnd(end);
        return end.replace("\r", "CR").replace("\n", "LF").replace(" ", "SP");
    }
}
