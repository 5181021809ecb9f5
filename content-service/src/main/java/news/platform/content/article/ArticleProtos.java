package news.platform.content.article;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.platform.author.Author;
import news.platform.content.article.EditArticle.Edit;
import news.platform.content.body.BodyHtml;
import news.platform.content.reading.ArticleFilter;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.ListedArticle;
import news.platform.content.reading.ReadArticles.Opened;
import news.platform.content.reading.Teaser;
import news.platform.content.reading.WholeArticles.Whole;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ArticleAccess;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.resource.Etags;
import news.platform.proto.Timestamps;
import news.platform.security.Audience;
import org.jspecify.annotations.Nullable;

/** Articles as messages, and what messages say of articles. */
final class ArticleProtos {
    private ArticleProtos() {}

    /** As lists show them. */
    static List<news.platform.content.v1.Article> listed(
            Collection<ListedArticle> articles, Map<String, Author> authors) {
        return articles.stream()
                .map(article -> article(article, authors).build())
                .toList();
    }

    /**
     * As a reader opens it.
     *
     * @param offers the products that would open more of it
     */
    static news.platform.content.v1.Article opened(Opened opened, List<String> offers, Map<String, Author> authors) {
        return article(opened.listed(), authors)
                .setBodyHtml(opened.bodyHtml())
                .setAccess(access(opened.audience(), opened.freeBlocks()).addAllOffers(offers))
                .build();
    }

    /** As editors see it. */
    static news.platform.content.v1.Article whole(Article article, Map<String, Author> authors) {
        return article(article.listed(), authors)
                .setBodyHtml(article.body().html())
                .setAccess(access(
                        article.teaser().premium() ? Audience.FULL : Audience.ALL,
                        article.teaser().premium() ? article.body().previewBlocks() : 0))
                .build();
    }

    /**
     * As events carry it, to whoever takes them: of a premium body the preview alone; the byline's users by id, their names are
     * user-service's to tell.
     */
    static news.platform.content.v1.Article told(Article article) {
        return told(article.listed(), article.body());
    }

    /** As events carry them, and beside it what events must not carry. */
    static List<news.platform.content.v1.WholeArticle> whole(Collection<Whole> articles) {
        return articles.stream()
                .map(article -> news.platform.content.v1.WholeArticle.newBuilder()
                        .setArticle(told(article.listed(), article.body()))
                        .setVersion(article.listed().version())
                        .setWholeHtml(
                                article.listed().teaser().premium()
                                        ? article.body().html()
                                        : "")
                        .build())
                .toList();
    }

    private static news.platform.content.v1.Article told(ListedArticle listed, BodyHtml body) {
        return article(listed, Map.of())
                .setBodyHtml(listed.teaser().premium() ? body.preview() : body.html())
                .build();
    }

    static news.platform.content.v1.Revision revision(Revision revision) {
        return news.platform.content.v1.Revision.newBuilder()
                .setNumber(revision.number())
                .setTitle(revision.title())
                .setSummary(revision.summary())
                .setBodyHtml(revision.bodyHtml())
                .setEditorId(revision.editorId())
                .setCreateTime(Timestamps.of(revision.createTime()))
                .setAction(revision.action().name())
                .setNote(revision.note())
                .build();
    }

    static ArticleFilter filter(ListArticlesRequest request) {
        return ArticleFilter.of(
                new ArticleFilter.Criteria(
                        request.getChannel(), request.getAuthor(), request.getSymbol(), request.getTag()),
                request.hasFrom() ? Timestamps.instant(request.getFrom()) : null,
                request.hasTo() ? Timestamps.instant(request.getTo()) : null);
    }

    static Teaser teaser(CreateArticleRequest request) {
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

    static Edit edit(UpdateArticleRequest request) {
        var change = request.getArticle();
        var changed = Changed.of(change, request.getUpdateMask(), "article", "title", "lang");
        return new Edit(
                changed.value("title", change.getTitle()),
                changed.value("summary", change.getSummary()),
                changed.value("body_html", change.getBodyHtml()),
                changed.value("lang", change.getLang()),
                changed.values("channel_ids", change.getChannelIdsList()),
                changed.values("author_ids", change.getAuthorIdsList()),
                changed.values("symbols", change.getSymbolsList()),
                changed.values("tags", change.getTagsList()),
                changed.value("cover_url", change.getCoverUrl()),
                changed.value("premium", change.getPremium()));
    }

    /** The database keeps microseconds: what is finer is rounded up, so that nothing is ever early. */
    static Instant notBefore(Timestamp time) {
        return Timestamps.instant(time).plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }

    /** Null for any. */
    static @Nullable ArticleState state(news.platform.content.v1.ArticleState state) {
        return switch (state) {
            case ARTICLE_STATE_UNSPECIFIED, UNRECOGNIZED -> null;
            case ARTICLE_STATE_DRAFT -> ArticleState.DRAFT;
            case ARTICLE_STATE_SCHEDULED -> ArticleState.SCHEDULED;
            case ARTICLE_STATE_PUBLISHED -> ArticleState.PUBLISHED;
            case ARTICLE_STATE_RECALLED -> ArticleState.RECALLED;
        };
    }

    private static news.platform.content.v1.ArticleState state(ArticleState state) {
        return switch (state) {
            case DRAFT -> news.platform.content.v1.ArticleState.ARTICLE_STATE_DRAFT;
            case SCHEDULED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_SCHEDULED;
            case PUBLISHED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_PUBLISHED;
            case RECALLED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_RECALLED;
        };
    }

    private static news.platform.content.v1.Article.Builder article(ListedArticle listed, Map<String, Author> authors) {
        var proto = news.platform.content.v1.Article.newBuilder()
                .setId(listed.id())
                .setState(state(listed.state()))
                .setUpdateTime(Timestamps.of(listed.updateTime()))
                .setEtag(Etags.of(listed.version()));
        if (listed.publishTime() != null) {
            proto.setPublishTime(Timestamps.of(listed.publishTime()));
        }
        return teaser(proto, listed.teaser(), authors);
    }

    private static news.platform.content.v1.Article.Builder teaser(
            news.platform.content.v1.Article.Builder proto, Teaser teaser, Map<String, Author> authors) {
        for (var id : teaser.authorIds()) {
            var author = authors.get(id);
            var byline = proto.addAuthorsBuilder().setId(id);
            if (author != null) {
                byline.setDisplayName(author.displayName()).setAvatarUrl(author.avatarUrl());
            }
        }
        teaser.bylines().forEach(name -> proto.addAuthorsBuilder().setDisplayName(name));
        return proto.setTitle(teaser.title())
                .setSummary(teaser.summary())
                .setLang(teaser.lang())
                .addAllChannelIds(teaser.channelIds())
                .addAllSymbols(teaser.symbols())
                .addAllTags(teaser.tags())
                .setCoverUrl(teaser.coverUrl())
                .setSourceName(teaser.sourceName())
                .setSourceUrl(teaser.sourceUrl())
                .setPremium(teaser.premium());
    }

    /** Why somebody sees as much of it as they do. */
    private static ArticleAccess.Builder access(Audience audience, int freeBlocks) {
        var access =
                ArticleAccess.newBuilder().setFree(audience == Audience.ALL).setFreeBlocks(freeBlocks);
        return switch (audience) {
            case ALL -> access.setGranted(true).setReason("FREE");
            case FULL, PERSONAL -> access.setGranted(true).setReason("ENTITLED");
            case PREVIEW -> access.setGranted(false).setReason("PREVIEW");
        };
    }
}
