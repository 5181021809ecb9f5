package news.platform.content.listing;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.content.author.Author;
import news.platform.content.v1.Article;

/** Articles as the contract says them. */
public final class ListingProtos {
    private ListingProtos() {}

    /** An article without its body. */
    public static Article.Builder article(ListedArticle listed, Map<String, Author> authors) {
        var proto = Article.newBuilder()
                .setId(listed.id())
                .setState(state(listed.state()))
                .setUpdateTime(timestamp(listed.updateTime()))
                .setEtag(listed.etag());
        if (listed.publishTime() != null) {
            proto.setPublishTime(timestamp(listed.publishTime()));
        }
        return teaser(proto, listed.teaser(), authors);
    }

    /** The ids of all users in the bylines of these articles. */
    public static Set<String> authorIds(Collection<ListedArticle> articles) {
        return articles.stream()
                .flatMap(article -> article.teaser().authorIds().stream())
                .collect(Collectors.toSet());
    }

    /** The time in the contract's form. */
    public static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static Article.Builder teaser(Article.Builder proto, Teaser teaser, Map<String, Author> authors) {
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

    private static news.platform.content.v1.ArticleState state(ArticleState state) {
        return switch (state) {
            case DRAFT -> news.platform.content.v1.ArticleState.ARTICLE_STATE_DRAFT;
            case SCHEDULED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_SCHEDULED;
            case PUBLISHED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_PUBLISHED;
            case RECALLED -> news.platform.content.v1.ArticleState.ARTICLE_STATE_RECALLED;
        };
    }
}
