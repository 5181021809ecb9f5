package news.platform.content.article;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import news.platform.content.author.Author;
import news.platform.content.author.Authors;
import news.platform.content.body.BodyHtml;
import news.platform.content.channel.JdbcChannels;
import news.platform.content.listing.ListingProtos;
import news.platform.content.listing.Teaser;
import news.platform.content.v1.Article;
import news.platform.content.v1.ContentReason;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.CreateArticleResponse;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.error.DomainException;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.security.Callers;
import news.platform.security.EntitlementClass;
import org.springframework.stereotype.Component;

/** What editors do, from request to answer: what another service must confirm is asked before the transaction begins. */
@Component
final class DeskArticles {
    private final CreateArticle creating;
    private final ChangeArticle changing;
    private final JdbcChannels channels;
    private final Authors authors;
    private final EditorsBody bodies;
    private final ArticleAccess access;
    private final Idempotency idempotency;

    DeskArticles(
            CreateArticle creating,
            ChangeArticle changing,
            JdbcChannels channels,
            Authors authors,
            EditorsBody bodies,
            ArticleAccess access,
            Idempotency idempotency) {
        this.creating = creating;
        this.changing = changing;
        this.channels = channels;
        this.authors = authors;
        this.bodies = bodies;
        this.access = access;
        this.idempotency = idempotency;
    }

    CreateArticleResponse create(CreateArticleRequest request) {
        var editorId = Callers.required().userId();
        return idempotency.once(
                request,
                CreateArticleResponse.getDefaultInstance(),
                () -> checked(request),
                checked -> CreateArticleResponse.newBuilder()
                        .setArticle(answer(creating.create(teaser(request), checked.body(), editorId), checked.names()))
                        .build());
    }

    private Checked checked(CreateArticleRequest request) {
        requireChannels(request.getChannelIdsList(), "channelIds");
        var names = authors.require(request.getAuthorIdsList(), "authorIds");
        return new Checked(bodies.of(request.getBodyHtml(), "bodyHtml"), names);
    }

    Article update(UpdateArticleRequest request) {
        var patch = ArticlePatch.of(request.getArticle(), request.getUpdateMask(), bodies);
        requireChannels(patch.channelIds(), "article.channelIds");
        authors.require(patch.authorIds(), "article.authorIds");
        return change(request.getArticleId(), request.getEtag(), new Change.Rewrite(patch));
    }

    Article schedule(ScheduleArticleRequest request) {
        return change(
                request.getArticleId(), request.getEtag(), new Change.Schedule(notBefore(request.getPublishTime())));
    }

    Article change(String articleId, String etag, Change change) {
        var changed = changing.change(articleId, etag, Callers.required().userId(), change);
        return answer(changed, authors.named(changed.teaser().authorIds()));
    }

    private Article answer(news.platform.content.article.Article article, Map<String, Author> names) {
        return ListingProtos.article(article.listed(), names)
                .setBodyHtml(article.body().html())
                .setAccess(access.explain(article.listed(), EntitlementClass.FULL))
                .build();
    }

    private void requireChannels(List<String> ids, String field) {
        if (ids.isEmpty()) {
            return;
        }
        var tree = channels.tree();
        for (var id : ids) {
            if (!tree.contains(id)) {
                throw DomainException.field(ContentReason.UNKNOWN_CHANNEL, field, "no such channel: " + id);
            }
        }
    }

    private static Teaser teaser(CreateArticleRequest request) {
        return new Teaser(
                request.getTitle(),
                request.getSummary(),
                request.getLang(),
                List.copyOf(request.getChannelIdsList()),
                List.copyOf(request.getAuthorIdsList()),
                List.of(),
                List.copyOf(request.getSymbolsList()),
                List.copyOf(request.getTagsList()),
                request.getCoverUrl(),
                "",
                "",
                request.getPremium());
    }

    /** The database keeps microseconds: what is finer is rounded up, so that nothing is ever early. */
    private static Instant notBefore(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                .plusNanos(999)
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** What a new article needs besides its request, found to be in order. */
    private record Checked(BodyHtml body, Map<String, Author> names) {}
}
