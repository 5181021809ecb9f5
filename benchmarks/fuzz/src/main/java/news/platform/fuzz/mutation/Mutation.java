package news.platform.fuzz.mutation;

import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;

/**
 * One way to spoil a request.
 *
 * @param name what it is about
 * @param stage when it has its turn
 */
public record Mutation(String name, Stage stage, Change change) {

    /** Early ones see the request as it is meant, late ones as it is written. */
    public enum Stage {
        DOCUMENT,
        BODY,
        HEAD,
        FRAMING
    }

    /** Changes the draft, or leaves it where it has no such part. */
    @FunctionalInterface
    public interface Change {
        /** Returns what was done in a few words that do not depend on the operation. */
        String apply(Draft draft, Dice dice);
    }

    /** Returns its full name. */
    public String apply(Draft draft, Dice dice) {
        return name + ": " + change.apply(draft, dice);
    }
}
