package news.platform.livenews.live;

import java.time.Clock;
import news.platform.grpc.resource.Etags;
import news.platform.livenews.reading.ReadLives;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a live away from readers, for good; once it is, doing it again changes nothing. */
@Component
final class WithdrawLive {
    private final Lives lives;
    private final SaveLive saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WithdrawLive(Lives lives, SaveLive saving, TransactionTemplate transaction, Clock clock) {
        this.lives = lives;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param etag the version that it is based on, empty for whatever there is
     * @param note why, for editors
     */
    void withdraw(String liveId, String etag, String note, String editorId) {
        transaction.executeWithoutResult(_ -> {
            var live = lives.lock(liveId).orElseThrow(ReadLives::notFound);
            if (!live.isWithdrawn()) {
                Etags.require(etag, live.version());
                saving.withdraw(live.withdrawn(clock.instant()), editorId, note);
            }
        });
    }
}
