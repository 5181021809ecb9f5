package news.platform.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import news.platform.fuzz.contract.Operation;
import news.platform.fuzz.mutation.Mutation;
import news.platform.fuzz.mutation.Mutations;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Drafts;
import news.platform.fuzz.request.RawRequest;

/** The requests of one seed by their numbers: always the same. Safe for several threads. */
final class Requests {
    private static final int BASE = -1;
    private static final int CHOICE = -2;
    /** An operation that bears few calls at once comes as one of so many parts of another. */
    private static final int RARER = 6;

    private final long seed;
    private final List<Operation> operations;
    private final Drafts drafts;

    Requests(long seed, List<Operation> operations, Drafts drafts) {
        this.seed = seed;
        this.operations = operations.stream()
                .filter(operation -> !operation.stream())
                .flatMap(operation ->
                        IntStream.range(0, operation.few() ? 1 : RARER).mapToObj(_ -> operation))
                .toList();
        this.drafts = drafts;
    }

    RawRequest of(long number) {
        return of(number, _ -> true);
    }

    /** With only those of its mutations, by their place. */
    RawRequest of(long number, IntPredicate wanted) {
        var choice = Dice.of(seed, number, CHOICE);
        var operation = choice.pick(operations);
        var mutations = mutations(choice);
        var draft = drafts.good(operation, traceParent(number), Dice.of(seed, number, BASE));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            if (wanted.test(i)) {
                names.add(mutations.get(i).apply(draft, Dice.of(seed, number, i)));
            }
        }
        return draft.raw(number, names);
    }

    private static List<Mutation> mutations(Dice choice) {
        int roll = choice.below(100);
        int count = roll < 4 ? 0 : roll < 64 ? 1 : roll < 90 ? 2 : 3;
        return IntStream.range(0, count)
                .mapToObj(_ -> choice.pick(Mutations.all()))
                .sorted(Comparator.comparing(Mutation::stage))
                .toList();
    }

    /** Not sampled; its trace names the request, so that a line of a log does. */
    private String traceParent(long number) {
        var hex = HexFormat.of();
        var low = hex.toHexDigits(number + 1);
        return "00-" + hex.toHexDigits(seed | 1) + low + "-" + low + "-00";
    }
}
