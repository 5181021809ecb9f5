package news.platform.content.syndication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.author.Author;
import news.platform.author.Authors;
import news.platform.content.channel.ChannelTree.Channel;
import news.platform.content.channel.Channels;
import news.platform.content.reading.ArticleFilter;
import news.platform.content.reading.ListedArticle;
import news.platform.content.reading.ReadArticles;
import news.platform.content.reading.ReadArticles.Opened;
import news.platform.content.reading.Teaser;
import news.platform.content.site.Site;
import news.platform.content.syndication.Syndicated.Entry;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Collects what a channel's feed says, for anybody: it has no reader whose rights could be asked for. */
@Component
final class SyndicateChannel {
    private final Channels channels;
    private final ReadArticles articles;
    private final Authors authors;
    private final Site site;
    private final SyndicationProperties properties;

    SyndicateChannel(
            Channels channels, ReadArticles articles, Authors authors, Site site, SyndicationProperties properties) {
        this.channels = channels;
        this.articles = articles;
        this.authors = authors;
        this.site = site;
        this.properties = properties;
    }

    /** @throws DomainException CHANNEL_NOT_FOUND */
    Syndicated syndicate(String channelId) {
        var channel = channel(channelId);
        articles.tellLastChange();
        var filter = ArticleFilter.of(new ArticleFilter.Criteria(channelId, "", "", ""), null, null);
        var newest = articles.newest(filter, properties.articles());
        var names = authors.named(
                ListedArticle.authorIds(newest.stream().map(Opened::listed).toList()));
        return new Syndicated(
                site,
                channel,
                newest.stream().map(article -> entry(article, names)).toList());
    }

    private Channel channel(String id) {
        return channels.tree().channels().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ContentReason.CHANNEL_NOT_FOUND, "there is no such channel"));
    }

    private Entry entry(Opened article, Map<String, Author> names) {
        var listed = article.listed();
        var published = Objects.requireNonNull(listed.publishTime(), "readers have it");
        return new Entry(
                listed.id(),
                listed.teaser(),
                byline(listed.teaser(), names),
                article.bodyHtml().length() > properties.maxBody() ? "" : site.absoluteIn(article.bodyHtml()),
                published,
                listed.updateTime());
    }

    private static List<String> byline(Teaser teaser, Map<String, Author> names) {
        var users = teaser.authorIds().stream()
                .flatMap(id -> Stream.ofNullable(names.get(id)))
                .map(Author::displayName)
                .filter(name -> !name.isEmpty());
        return Stream.concat(users, teaser.bylines().stream()).toList();
    }
}
