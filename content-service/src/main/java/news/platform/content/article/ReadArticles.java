package news.platform.content.article;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.content.author.Authors;
import news.platform.content.listing.ArticleFilter;
import news.platform.content.listing.JdbcListing;
import news.platform.content.listing.ListedArticle;
import news.platform.content.listing.ListingProtos;
import news.platform.content.listing.Position;
import news.platform.content.v1.Article;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.GetArticleResponse;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.persistence.page.PageSize;
import news.platform.persistence.page.PageTokens;
import news.platform.security.EntitlementClass;
import org.springframework.stereotype.Component;

/** What readers get: one statement an answer, and one batch call for the names that are not known. */
@Component
final class ReadArticles {
    private final JdbcArticles articles;
    private final JdbcListing listing;
    private final Authors authors;
    private final ArticleAccess access;
    private final PageTokens tokens;

    ReadArticles(JdbcArticles articles, JdbcListing listing, Authors authors, ArticleAccess access, PageTokens tokens) {
        this.articles = articles;
        this.listing = listing;
        this.authors = authors;
        this.access = access;
        this.tokens = tokens;
    }

    ListArticlesResponse list(ListArticlesRequest request) {
        access.entitlement();
        var filter = ArticleFilter.of(
                new ArticleFilter.Criteria(
                        request.getChannel(), request.getAuthor(), request.getSymbol(), request.getTag()),
                request.hasFrom() ? instant(request.getFrom()) : null,
                request.hasTo() ? instant(request.getTo()) : null);
        var size = PageSize.of(request.getPageSize());
        var after = tokens.decode(filter.scope(), request.getPageToken()).map(Position::of);
        var rows = listing.page(filter, after, size + 1);
        var page = rows.subList(0, Math.min(size, rows.size()));
        return ListArticlesResponse.newBuilder()
                .addAllArticles(protos(page))
                .setNextPageToken(rows.size() > size ? tokens.encode(filter.scope(), key(page.getLast())) : "")
                .build();
    }

    GetArticleResponse get(GetArticleRequest request) {
        var entitlement = access.entitlement();
        var opened = articles.open(request.getArticleId(), entitlement == EntitlementClass.FULL)
                .orElseThrow(ChangeArticle::notFound);
        var article = opened.listed();
        access.requireVisible(article);
        var names = authors.named(article.teaser().authorIds());
        return GetArticleResponse.newBuilder()
                .setArticle(ListingProtos.article(article, names)
                        .setBodyHtml(opened.bodyHtml())
                        .setAccess(access.explain(article, entitlement)))
                .build();
    }

    BatchGetArticlesResponse batchGet(BatchGetArticlesRequest request) {
        access.entitlement();
        var ids = request.getIdsList().stream().distinct().toList();
        var found =
                protos(listing.published(ids)).stream().collect(Collectors.toMap(Article::getId, Function.identity()));
        var response = BatchGetArticlesResponse.newBuilder();
        for (var id : ids) {
            var article = found.get(id);
            if (article == null) {
                response.addMissing(id);
            } else {
                response.addArticles(article);
            }
        }
        return response.build();
    }

    /** Articles without bodies, with their authors' names. */
    List<Article> protos(Collection<ListedArticle> listed) {
        var names = authors.named(ListingProtos.authorIds(listed));
        return listed.stream()
                .map(article -> ListingProtos.article(article, names).build())
                .toList();
    }

    private static List<String> key(ListedArticle last) {
        return new Position(Objects.requireNonNull(last.publishTime()), last.id()).key();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
