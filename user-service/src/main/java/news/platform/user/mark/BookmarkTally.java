package news.platform.user.mark;

import java.util.List;
import news.platform.work.tally.Count;
import news.platform.work.tally.Tally;
import org.springframework.stereotype.Component;

/** How often something is bookmarked. */
@Component
final class BookmarkTally implements Tally {
    static final String KIND = "bookmark";
    static final String BOOKMARKS = "bookmarks";

    private final MarkEvents events;

    BookmarkTally(MarkEvents events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void counted(List<Count> counts) {
        counts.forEach(count -> events.counted(count.key(), count.of(BOOKMARKS), count.version()));
    }
}
