package news.platform.comment.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.comment.count.HotTimes.Warmth;
import news.platform.work.tally.Count;
import news.platform.work.tally.Tally;
import org.springframework.stereotype.Component;

/** New counts of comments change their place under "hot" and are told to their authors, those of targets to everybody. */
@Component
final class CommentTally implements Tally {
    /** A reply says more of a comment than a like does. */
    private static final int LIKES_TO_A_REPLY = 2;

    private final HotTimes hotTimes;
    private final LikedComments liked;
    private final CountEvents events;

    CommentTally(HotTimes hotTimes, LikedComments liked, CountEvents events) {
        this.hotTimes = hotTimes;
        this.liked = liked;
        this.events = events;
    }

    @Override
    public String kind() {
        return CommentCounts.KIND;
    }

    @Override
    public void counted(List<Count> counts) {
        var warm = new ArrayList<Warmth>();
        var likes = new HashMap<String, Count>();
        for (var count : counts) {
            if (count.key().startsWith(CommentCounts.COMMENT)) {
                var id = count.key().substring(CommentCounts.COMMENT.length());
                warm.add(new Warmth(
                        id, count.of(CommentCounts.LIKES) + LIKES_TO_A_REPLY * count.of(CommentCounts.REPLIES)));
                if (count.of(CommentCounts.LIKES) > 0) {
                    likes.put(id, count);
                }
            } else {
                events.changed(
                        count.key(), count.version(), count.of(CommentCounts.COMMENTS), count.of(CommentCounts.LIKES));
            }
        }
        hotTimes.warm(warm);
        tellAuthors(likes);
    }

    private void tellAuthors(Map<String, Count> likes) {
        if (likes.isEmpty()) {
            return;
        }
        for (var comment : liked.find(likes.keySet())) {
            var count = Objects.requireNonNull(likes.get(comment.id()));
            long others = count.of(CommentCounts.LIKES) - (comment.byAuthor() ? 1 : 0);
            if (others > 0) {
                events.liked(comment, count.version(), others);
            }
        }
    }
}
