package news.platform.comment.screening;

import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/**
 * The words of all lists, ready to be sought, in the memory of each replica; lists that change elsewhere are seen within a second.
 * Thread-safe.
 */
@Component
final class Words {
    private final WordLists lists;
    private final ScreeningProperties properties;
    private final Letters letters = new Letters();
    private volatile Loaded loaded;

    Words(WordLists lists, ScreeningProperties properties, Rounds rounds) {
        this.lists = lists;
        this.properties = properties;
        this.loaded = load();
        rounds.paced("word-lists", () -> {
            refresh();
            return this.properties.refresh();
        });
    }

    WordFinder finder() {
        return loaded.finder();
    }

    Letters letters() {
        return letters;
    }

    /** Takes over what has changed. */
    void refresh() {
        if (lists.version() != loaded.version()) {
            loaded = load();
        }
    }

    private Loaded load() {
        long version = lists.version();
        return new Loaded(version, new WordFinder(lists.all(), letters));
    }

    private record Loaded(long version, WordFinder finder) {}
}
