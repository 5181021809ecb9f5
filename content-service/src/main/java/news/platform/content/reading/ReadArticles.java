package news.platform.content.reading;

import java.util.Collection;
import java.util.List;
import news.platform.content.offer.Offers;
import news.platform.content.right.OpenArticle;
import news.platform.content.right.Opening;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Batch;
import news.platform.grpc.server.CallMetadata;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.security.Audience;
import news.platform.security.Callers;
import org.springframework.stereotype.Component;

/** What the current caller may read; an article is marked with whom its answer is good for. */
@Component
public final class ReadArticles {
    private static final List<String> DESK = List.of("editor", "admin");

    private final ListedArticles articles;
    private final ReadWholeArticles whole;
    private final OpenArticle opening;
    private final Offers offers;

    ReadArticles(ListedArticles articles, ReadWholeArticles whole, OpenArticle opening, Offers offers) {
        this.articles = articles;
        this.whole = whole;
        this.opening = opening;
        this.offers = offers;
    }

    /** A page of a list. */
    public Page<ListedArticle> list(ArticleFilter filter, PageRequest page) {
        return articles.page(filter, page);
    }

    /** Those of the ids that readers have. */
    public Batch<ListedArticle> batch(Collection<String> ids) {
        return Batch.of(ids, articles::published, ListedArticle::id);
    }

    /**
     * One article. What is hidden from readers is never cached, neither when an editor gets it nor when a reader is told that
     * there is no such article.
     *
     * @throws DomainException ARTICLE_NOT_FOUND, or ARTICLE_RECALLED
     */
    public Opened open(String id) {
        var found = articles.open(List.of(id), opening.to(Callers.current(), id)).stream()
                .findFirst();
        if (found.isEmpty()) {
            CallMetadata.audience(Audience.ALL);
            throw notFound();
        }
        var opened = found.get();
        switch (opened.listed().state()) {
            case PUBLISHED -> CallMetadata.audience(opened.audience());
            case RECALLED -> {
                CallMetadata.audience(Audience.ALL);
                throw recalled();
            }
            // not the same for all: the desk has it
            case DRAFT, SCHEDULED -> {
                CallMetadata.noStore();
                if (!Callers.current().filter(caller -> caller.hasAnyRole(DESK)).isPresent()) {
                    throw notFound();
                }
            }
        }
        return opened;
    }

    /** The first articles of a list with their bodies, as everybody may read them, whoever asks. */
    public List<Opened> newest(ArticleFilter filter, int limit) {
        var ids = articles.newest(filter, limit);
        return Batch.of(ids, this::openToAll, opened -> opened.listed().id()).found();
    }

    /** The ids of the products that would open an article to who has just its preview; none where more of it is open. */
    public List<String> offers(Opened opened) {
        var listed = opened.listed();
        return opened.audience() == Audience.PREVIEW
                ? offers.of(listed.id(), listed.teaser().channelIds())
                : List.of();
    }

    /** The articles that readers have, with bodies that not every reader may see: for other services alone. */
    public ReadWholeArticles whole() {
        return whole;
    }

    /**
     * Tells since when all articles are as they are, to the second; whatever is read of them afterwards is no older. Nothing of the
     * names of their authors.
     */
    public void tellLastChange() {
        // a recall takes an article out of its lists, whose own latest time may then stay the same: so that of all
        // counts
        articles.lastChange().ifPresent(CallMetadata::lastModified);
    }

    private List<Opened> openToAll(Collection<String> ids) {
        return articles.open(ids, Opening.NONE).stream()
                .filter(opened -> opened.listed().state() == ArticleState.PUBLISHED)
                .toList();
    }

    /** There is none of this id. */
    public static DomainException notFound() {
        return new DomainException(ContentReason.ARTICLE_NOT_FOUND, "there is no such article");
    }

    /** There was one, for readers. */
    public static DomainException recalled() {
        return new DomainException(ContentReason.ARTICLE_RECALLED, "this article was withdrawn");
    }

    /**
     * An article with as much of its body as the reader may see.
     *
     * @param listed all but the body
     * @param bodyHtml the whole, or the preview
     * @param audience whoever may see just this
     * @param freeBlocks of a premium one, how many blocks of the body everybody may read
     */
    public record Opened(ListedArticle listed, String bodyHtml, Audience audience, int freeBlocks) {}
}
