package news.platform.ranking.engagement;

import news.platform.comment.v1.TargetChanged;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.BookmarksCounted;
import org.springframework.stereotype.Component;

/** Learns how much is said about things, how many like and how many keep them. */
@Component
final class CountsHandler implements EventHandler {
    private final Counts counts;

    CountsHandler(Counts counts) {
        this.counts = counts;
    }

    @Override
    public Takes takes() {
        return Takes.of(
                        TargetChanged.class,
                        (event, _) -> counts.said(
                                event.getTarget(), event.getVersion(), event.getCommentCount(), event.getLikeCount()))
                .and(
                        BookmarksCounted.class,
                        (event, _) -> counts.kept(event.getTarget(), event.getVersion(), event.getCount()));
    }
}
