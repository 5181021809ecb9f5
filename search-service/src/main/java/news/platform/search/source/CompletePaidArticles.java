package news.platform.search.source;

import news.platform.search.index.Catalogue;
import news.platform.search.index.Item;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/**
 * Asks for what events do not carry: all that is written in premium articles. Until it is answered they are found by what everybody may
 * read of them.
 */
@Component
final class CompletePaidArticles {
    private static final int BATCH = 50;

    private final Catalogue catalogue;
    private final ContentClient content;

    CompletePaidArticles(Catalogue catalogue, ContentClient content, SourceProperties properties, Rounds rounds) {
        this.catalogue = catalogue;
        this.content = content;
        rounds.every("paid-articles", properties.pause(), this::complete);
    }

    private void complete() {
        var ids = catalogue.partial(BATCH).stream()
                .map(key -> key.substring(Item.ARTICLES.length() + 1))
                .toList();
        if (!ids.isEmpty()) {
            catalogue.put(content.whole(ids));
        }
    }
}
