package news.platform.search.source;

import java.util.List;
import news.platform.content.v1.Article;
import news.platform.content.v1.Author;
import news.platform.content.v1.WholeArticle;
import news.platform.livenews.v1.Live;
import news.platform.proto.Timestamps;
import news.platform.search.index.Item;
import org.jsoup.Jsoup;

/** What owners tell, as it can be found. */
final class SourceProtos {
    private SourceProtos() {}

    /** An article as an event carries it: of a premium one not all there is to be found. */
    static Item told(Article article, long version) {
        return item(article, version, "", !article.getPremium());
    }

    static Item whole(WholeArticle whole) {
        return item(whole.getArticle(), whole.getVersion(), plain(whole.getWholeHtml()), true);
    }

    static Item live(Live live) {
        return new Item(
                Item.LIVES,
                live.getId(),
                live.getVersion(),
                true,
                new Item.Text(live.getTitle(), "", live.getContentText(), "", ""),
                new Item.Placing(
                        List.copyOf(live.getChannelIdsList()),
                        sources(live.getSourceName()),
                        List.copyOf(live.getSymbolsList()),
                        List.copyOf(live.getTagsList())),
                Timestamps.instant(live.getPublishTime()));
    }

    private static Item item(Article article, long version, String paid, boolean isWhole) {
        return new Item(
                Item.ARTICLES,
                article.getId(),
                version,
                isWhole,
                new Item.Text(
                        article.getTitle(),
                        article.getSummary(),
                        plain(article.getBodyHtml()),
                        paid,
                        article.getLang()),
                new Item.Placing(
                        List.copyOf(article.getChannelIdsList()),
                        article.getAuthorsList().stream()
                                .map(SourceProtos::name)
                                .toList(),
                        List.copyOf(article.getSymbolsList()),
                        List.copyOf(article.getTagsList())),
                Timestamps.instant(article.getPublishTime()));
    }

    private static String name(Author author) {
        return author.getId().isEmpty() ? author.getDisplayName() : author.getId();
    }

    private static List<String> sources(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static String plain(String html) {
        return html.isEmpty() ? "" : Jsoup.parseBodyFragment(html).text();
    }
}
