package news.platform.search.searching;

import java.util.List;
import java.util.Optional;
import news.platform.search.question.Question;

/** An engine that finds. A document has the same score for all pages of a search, by what their places pin. Thread-safe. */
public interface Finding {
    /** Whether all that readers have is there to be found. */
    boolean isComplete();

    /**
     * Part of what answers a question.
     *
     * @param question what the search says, which says something
     * @param after the place behind which the page begins; empty for the first page
     * @param limit how many hits at most
     */
    Part part(Search search, Question question, Optional<Place> after, int limit);

    /** The first hits by relevance, each with what its score is made of. */
    List<Explained> explain(Search search, Question question, int limit);
}
