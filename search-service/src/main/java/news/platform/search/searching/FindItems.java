package news.platform.search.searching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.Pages;
import news.platform.search.question.Question;
import org.springframework.stereotype.Component;

/**
 * Finds what answers a question, page by page. A page begins behind the last hit of the one before, by a score that the token pins; so
 * what was there when the first page was made comes once, whichever replica answers and whatever is published meanwhile. Thread-safe.
 */
@Component
final class FindItems {
    private final Finding finding;
    private final Wording wording;
    private final Pages pages;
    private final Counter cut;

    FindItems(Finding finding, Wording wording, Pages pages, MeterRegistry meters) {
        this.finding = finding;
        this.wording = wording;
        this.pages = pages;
        this.cut = Counter.builder("news.search.cut")
                .description("searches that ran out of time: their answer is what was found until then")
                .register(meters);
    }

    /** Whether all that readers have is there to be found. */
    boolean isComplete() {
        return finding.isComplete();
    }

    /** A page of what is found. */
    Found page(Search search, PageRequest request) {
        var question = Question.of(search.text());
        var scope = search.scope();
        var after = pages.key(scope, request.token()).map(Place::of);
        var part = wording.isAnswerable(question)
                ? finding.part(search, question, after, request.size() + 1)
                : Part.NOTHING;
        if (part.cut()) {
            cut.increment();
        }
        boolean more = part.hits().size() > request.size();
        var hits = more ? part.hits().subList(0, request.size()) : part.hits();
        var next = more ? pages.token(scope, part.placeOf(hits.getLast()).texts()) : "";
        return new Found(hits, part.facets(), part.total(), part.didYouMean(), next);
    }

    /** The first hits, each with what its score is made of. */
    List<Explained> explain(Search search, int limit) {
        return finding.explain(search, Question.of(search.text()), limit);
    }
}
