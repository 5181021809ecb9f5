package news.platform.content.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import news.platform.content.reading.WholeArticles.Whole;
import news.platform.grpc.resource.Batch;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import org.springframework.stereotype.Component;

/** What other services may read, that build something of all articles. However long bodies are, an answer is not. */
@Component
public final class ReadWholeArticles {
    /** How long the bodies of an answer are together; a single one may be longer. */
    private static final long MAX_BYTES = 1 << 20;

    private static final ArticleFilter ALL = new ArticleFilter(List.of(), null, null);

    private final ListedArticles articles;
    private final WholeArticles whole;

    ReadWholeArticles(ListedArticles articles, WholeArticles whole) {
        this.articles = articles;
        this.whole = whole;
    }

    /** Newest first. */
    public Page<Whole> page(PageRequest request) {
        var page = articles.page(ALL, request);
        int fitting = fitting(ids(page)).size();
        if (fitting < page.items().size()) {
            page = articles.page(ALL, new PageRequest(fitting, request.token()));
        }
        return new Page<>(read(ids(page)).found(), page.nextToken());
    }

    /** Those of the ids that readers have. */
    public Part batch(Collection<String> ids) {
        var asked = List.copyOf(new LinkedHashSet<>(ids));
        var fitting = fitting(asked);
        return new Part(read(fitting), asked.subList(fitting.size(), asked.size()));
    }

    private Batch<Whole> read(List<String> ids) {
        return Batch.of(ids, whole::published, article -> article.listed().id());
    }

    /** The first of them, as many as an answer carries. */
    private List<String> fitting(List<String> ids) {
        var lengths = whole.lengths(ids);
        var fitting = new ArrayList<String>();
        long bytes = 0;
        for (var id : ids) {
            bytes += lengths.getOrDefault(id, 0L);
            if (bytes > MAX_BYTES && !fitting.isEmpty()) {
                break;
            }
            fitting.add(id);
        }
        return fitting;
    }

    private static List<String> ids(Page<ListedArticle> page) {
        return page.items().stream().map(ListedArticle::id).toList();
    }

    /**
     * What an answer carries of what was asked for.
     *
     * @param postponed the ids that are to be asked for again
     */
    public record Part(Batch<Whole> batch, List<String> postponed) {}
}
