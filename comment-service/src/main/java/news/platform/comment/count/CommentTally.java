package news.platform.comment.count;

import java.util.ArrayList;
import java.util.List;
import news.platform.comment.count.HotTimes.Warmth;
import news.platform.work.tally.Count;
import news.platform.work.tally.Tally;
import org.springframework.stereotype.Component;

/** New counts of comments change their place under "hot", those of targets are told to the others. */
@Component
final class CommentTally implements Tally {
    /** A reply says more of a comment than a like does. */
    private static final int LIKES_TO_A_REPLY = 2;

    private final HotTimes hotTimes;
    private final TargetEvents events;

    CommentTally(HotTimes hotTimes, TargetEvents events) {
        this.hotTimes = hotTimes;
        this.events = events;
    }

    @Override
    public String kind() {
        return CommentCounts.KIND;
    }

    @Override
    public void counted(List<Count> counts) {
        var comments = new ArrayList<Warmth>();
        for (var count : counts) {
            if (count.key().startsWith(CommentCounts.COMMENT)) {
                comments.add(new Warmth(
                        count.key().substring(CommentCounts.COMMENT.length()),
                        count.of(CommentCounts.LIKES) + LIKES_TO_A_REPLY * count.of(CommentCounts.REPLIES)));
            } else {
                events.changed(
                        count.key(), count.version(), count.of(CommentCounts.COMMENTS), count.of(CommentCounts.LIKES));
            }
        }
        hotTimes.warm(comments);
    }
}
