package news.platform.content.article;

import java.util.List;
import news.platform.content.listing.ArticleState;
import news.platform.content.listing.ListingProtos;
import news.platform.content.listing.Position;
import news.platform.content.revision.JdbcRevisions;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticleRevisionsResponse;
import news.platform.content.v1.ListEditorialArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesResponse;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.PageSize;
import news.platform.persistence.page.PageTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What editors look through. */
@Component
final class EditorialLists {
    private final JdbcArticles articles;
    private final JdbcRevisions revisions;
    private final ReadArticles reading;
    private final PageTokens tokens;

    EditorialLists(JdbcArticles articles, JdbcRevisions revisions, ReadArticles reading, PageTokens tokens) {
        this.articles = articles;
        this.revisions = revisions;
        this.reading = reading;
        this.tokens = tokens;
    }

    /** An article that is saved while somebody pages moves to the head: it may be missed further down, never repeated. */
    ListEditorialArticlesResponse articles(ListEditorialArticlesRequest request) {
        var scope = PageScope.of("editorial").with("state", request.getState());
        var size = PageSize.of(request.getPageSize());
        var after = tokens.decode(scope, request.getPageToken()).map(Position::of);
        var rows = articles.editorial(state(request), after, size + 1);
        var page = rows.subList(0, Math.min(size, rows.size()));
        var response = ListEditorialArticlesResponse.newBuilder().addAllArticles(reading.protos(page));
        if (rows.size() > size) {
            var last = page.getLast();
            response.setNextPageToken(tokens.encode(scope, new Position(last.updateTime(), last.id()).key()));
        }
        return response.build();
    }

    ListArticleRevisionsResponse revisions(ListArticleRevisionsRequest request) {
        var scope = PageScope.of("revisions").with("article", request.getArticleId());
        var size = PageSize.of(request.getPageSize());
        long before = tokens.decode(scope, request.getPageToken())
                .map(key -> Long.parseLong(key.getFirst()))
                .orElse(Long.MAX_VALUE);
        var rows = revisions.page(request.getArticleId(), before, size + 1);
        if (rows.isEmpty()) {
            throw ChangeArticle.notFound();
        }
        var page = rows.subList(0, Math.min(size, rows.size()));
        var response = ListArticleRevisionsResponse.newBuilder();
        page.forEach(revision -> response.addRevisions(proto(revision)));
        if (rows.size() > size) {
            var last = String.valueOf(page.getLast().number());
            response.setNextPageToken(tokens.encode(scope, List.of(last)));
        }
        return response.build();
    }

    private static news.platform.content.v1.Revision proto(Revision revision) {
        return news.platform.content.v1.Revision.newBuilder()
                .setNumber(revision.number())
                .setTitle(revision.title())
                .setSummary(revision.summary())
                .setBodyHtml(revision.bodyHtml())
                .setEditorId(revision.editorId())
                .setCreateTime(ListingProtos.timestamp(revision.createTime()))
                .setAction(revision.action().name())
                .setNote(revision.note())
                .build();
    }

    private static @Nullable ArticleState state(ListEditorialArticlesRequest request) {
        return switch (request.getState()) {
            case ARTICLE_STATE_UNSPECIFIED, UNRECOGNIZED -> null;
            case ARTICLE_STATE_DRAFT -> ArticleState.DRAFT;
            case ARTICLE_STATE_SCHEDULED -> ArticleState.SCHEDULED;
            case ARTICLE_STATE_PUBLISHED -> ArticleState.PUBLISHED;
            case ARTICLE_STATE_RECALLED -> ArticleState.RECALLED;
        };
    }
}
