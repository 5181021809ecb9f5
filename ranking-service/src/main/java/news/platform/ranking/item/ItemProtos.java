package news.platform.ranking.item;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import news.platform.content.v1.Article;
import news.platform.content.v1.Author;
import news.platform.livenews.v1.Live;
import news.platform.proto.Timestamps;
import news.platform.ranking.words.Words;

/** What others' messages tell of items. */
final class ItemProtos {
    /** Enough to tell what it is about. */
    private static final int MAX_WORDS = 30;

    private ItemProtos() {}

    static Item item(Article article, long version) {
        return new Item(
                ItemRef.article(article.getId()),
                version,
                article.getTitle(),
                words(article.getTitle() + "\n" + article.getSummary()),
                article.getChannelIdsList(),
                bylines(article.getAuthorsList().stream().map(Author::getId).toList(), article.getSourceName()),
                article.getSymbolsList(),
                article.getTagsList(),
                0,
                Timestamps.instant(article.getPublishTime()));
    }

    /** Where a live has no title its first line stands for it. */
    static Item item(Live live, long version) {
        var title = live.getTitle().isEmpty()
                ? live.getContentText().lines().findFirst().orElse("")
                : live.getTitle();
        return new Item(
                ItemRef.live(live.getId()),
                version,
                title,
                words(title),
                live.getChannelIdsList(),
                bylines(List.of(), live.getSourceName()),
                live.getSymbolsList(),
                live.getTagsList(),
                live.getImportance(),
                Timestamps.instant(live.getPublishTime()));
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().distinct().limit(MAX_WORDS).toList();
    }

    private static List<String> bylines(Collection<String> authorIds, String source) {
        return Stream.concat(authorIds.stream(), Stream.of(source))
                .filter(byline -> !byline.isEmpty())
                .toList();
    }
}
