package news.platform.livenews.reading;

import java.time.Instant;
import news.platform.livenews.revision.LiveRevision;

/**
 * One item of the live news.
 *
 * @param id opaque
 * @param version 1 as published, then rising by one
 * @param state where it stands
 * @param flash what it consists of
 * @param publishTime never changes
 * @param updateTime when it was last saved
 */
public record Live(String id, long version, State state, Flash flash, Instant publishTime, Instant updateTime) {
    /** A new one. */
    public static Live published(String id, Flash flash, Instant publishTime, Instant now) {
        return new Live(id, 1, State.PUBLISHED, flash, publishTime, now);
    }

    /** With other words. */
    public Live corrected(Flash newFlash, Instant now) {
        return new Live(id, version + 1, state, newFlash, publishTime, now);
    }

    /** Taken away from readers. */
    public Live withdrawn(Instant now) {
        return new Live(id, version + 1, State.WITHDRAWN, flash, publishTime, now);
    }

    /** Whether readers cannot have it any more. */
    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Whether it was changed after it was published; withdrawing it is no such change. */
    public boolean isCorrected() {
        return version > (isWithdrawn() ? 2 : 1);
    }

    /** This version as it is kept for editors to look back. */
    public LiveRevision revision(LiveRevision.Action action, String editorId, String note) {
        return new LiveRevision(
                version,
                flash.content().title(),
                flash.content().html(),
                flash.channelIds(),
                flash.importance(),
                editorId,
                updateTime,
                action,
                note);
    }

    /** Where a live stands in its life. */
    public enum State {
        PUBLISHED,
        WITHDRAWN
    }
}
