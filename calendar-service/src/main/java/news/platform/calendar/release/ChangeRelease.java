package news.platform.calendar.release;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import news.platform.calendar.v1.CalendarReason;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a release: moves it, gives it its figure, revises that. */
@Component
final class ChangeRelease {
    private final Releases releases;
    private final ReleaseEvents events;
    private final List<MoveListener> listeners;
    private final TransactionTemplate transaction;

    ChangeRelease(
            Releases releases, ReleaseEvents events, List<MoveListener> listeners, TransactionTemplate transaction) {
        this.releases = releases;
        this.events = events;
        this.listeners = List.copyOf(listeners);
        this.transaction = transaction;
    }

    /**
     * The release after the change; one that changes nothing tells nobody.
     *
     * @param etag what the change is based on; empty for whatever there is
     */
    Release change(String id, String etag, UnaryOperator<Release> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var before = releases.lock(id)
                    .orElseThrow(() -> new DomainException(CalendarReason.RELEASE_NOT_FOUND, "no such release"));
            Etags.require(etag, before.version());
            var after = change.apply(before);
            if (!after.figures().revised().isEmpty() && after.figures().actual().isEmpty()) {
                throw new DomainException(
                        CalendarReason.NOT_RELEASED, "its figure is not out: there is nothing to revise");
            }
            return after.isAsBefore(before) ? before : save(before, after);
        }));
    }

    private Release save(Release before, Release after) {
        releases.save(after);
        events.changed(before, after);
        if (after.move() != before.move()) {
            listeners.forEach(listener -> listener.moved(after));
        }
        if (after.isOut()) {
            var figure = after.figures().latest();
            releases.lockNext(after)
                    .filter(next -> !next.figures().previous().equals(figure))
                    .map(next -> next.with(next.figures().withPrevious(figure)))
                    .ifPresent(next -> {
                        releases.save(next);
                        events.scheduled(next);
                    });
        }
        return after;
    }
}
