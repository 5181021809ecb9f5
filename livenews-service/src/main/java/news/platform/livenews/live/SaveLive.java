package news.platform.livenews.live;

import news.platform.livenews.channel.Channels;
import news.platform.livenews.reading.ListedLives;
import news.platform.livenews.reading.Live;
import news.platform.livenews.revision.LiveRevision.Action;
import news.platform.livenews.revision.LiveRevisions;
import org.springframework.stereotype.Component;

/**
 * What every save does, in the transaction of its caller: the live, its revision, the rows that it is found by, and, last, the
 * events, since appending to the log makes the others wait until the commit.
 */
@Component
final class SaveLive {
    private final Lives lives;
    private final LiveRevisions revisions;
    private final ListedLives listing;
    private final Channels channels;
    private final LiveEvents events;

    SaveLive(Lives lives, LiveRevisions revisions, ListedLives listing, Channels channels, LiveEvents events) {
        this.lives = lives;
        this.revisions = revisions;
        this.listing = listing;
        this.channels = channels;
        this.events = events;
    }

    Live publish(Live live, String editorId) {
        lives.add(live, editorId);
        revisions.add(live.id(), live.revision(Action.PUBLISHED, editorId, ""));
        listing.list(live, channels.known());
        lives.arrived(live.id(), events.created(live, channels.known()));
        return live;
    }

    Live correct(Live before, Live live, String editorId) {
        lives.replace(live, editorId);
        revisions.add(live.id(), live.revision(Action.CORRECTED, editorId, ""));
        listing.list(live, channels.known());
        events.updated(live, before, channels.known());
        return live;
    }

    /** @param note why, for editors */
    void withdraw(Live live, String editorId, String note) {
        lives.replace(live, editorId);
        revisions.add(live.id(), live.revision(Action.WITHDRAWN, editorId, note));
        listing.unlist(live.id());
        events.deleted(live, channels.known());
    }
}
