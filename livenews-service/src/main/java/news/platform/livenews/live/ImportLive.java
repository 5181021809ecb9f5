package news.platform.livenews.live;

import java.time.Clock;
import java.time.Instant;
import news.platform.livenews.reading.Flash;
import news.platform.livenews.reading.Live;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;

/**
 * Takes lives over from outside, in the transaction of its caller. They are published at once. A later version replaces the
 * words, an editor's too: the source corrects itself, and what the editor wrote stays in the revisions. What was withdrawn
 * stays so.
 */
@Component
public final class ImportLive {
    private final Lives lives;
    private final SaveLive saving;
    private final IdSource ids;
    private final Clock clock;

    ImportLive(Lives lives, SaveLive saving, IdSource ids, Clock clock) {
        this.lives = lives;
        this.saving = saving;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of the live that an import may make. */
    public String nextId() {
        return ids.next();
    }

    /**
     * Publishes it, or replaces what is there.
     *
     * @param publishTime what the source says; a time to come counts as now, a known live keeps its own
     */
    public void take(String liveId, Flash flash, Instant publishTime) {
        var known = lives.lock(liveId);
        var now = clock.instant();
        if (known.isEmpty()) {
            var time = publishTime.isAfter(now) ? now : publishTime;
            saving.publish(Live.published(liveId, flash, time, now), "");
            return;
        }
        var live = known.get();
        if (!live.isWithdrawn() && !live.flash().equals(flash)) {
            saving.correct(live, live.corrected(flash, now), "");
        }
    }

    /** Withdraws it, where it is there. */
    public void withdraw(String liveId) {
        lives.lock(liveId)
                .filter(live -> !live.isWithdrawn())
                .ifPresent(live -> saving.withdraw(live.withdrawn(clock.instant()), "", "withdrawn by the source"));
    }
}
