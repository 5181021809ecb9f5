package news.platform.work.tally;

import java.util.List;

/**
 * Something that is counted although many change it at once, such as how often an article is liked; every bean of this type is
 * a kind. Changes are added by {@link Tallies}, become counts within a fraction of a second, each change once, and are told
 * here: of one key at most once a second, in one replica at a time.
 */
public interface Tally {
    /** What is counted; unique in the service, for ever the same. */
    String kind();

    /**
     * Tells of new counts, in the transaction that counts them: writes what is sorted by them, publishes events. No remote
     * calls. What is thrown leaves everything uncounted, for the next turn.
     */
    void counted(List<Count> counts);
}
