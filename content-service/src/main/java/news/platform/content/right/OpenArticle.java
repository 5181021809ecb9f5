package news.platform.content.right;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import news.platform.content.right.ReaderRights.Told;
import news.platform.right.RightsOverlay;
import news.platform.security.Caller;
import news.platform.security.Right;
import news.platform.security.Rights;
import org.springframework.stereotype.Component;

/**
 * Decides what is open to a reader. Three know of it, each with a version, and the highest is right: the rows, which are complete and go
 * by the clock of the database; the overlay of this replica, which has the last day and waits for no other replica; the token,
 * which only says that something is open, not what, until the rows are as new.
 */
@Component
public final class OpenArticle {
    private final Set<String> fullRoles;
    private final ReaderRights rows;
    private final RightsOverlay overlay;
    private final Clock clock;

    OpenArticle(RightProperties properties, ReaderRights rows, RightsOverlay overlay, Clock clock) {
        this.fullRoles = properties.fullRoles();
        this.rows = rows;
        this.overlay = overlay;
        this.clock = clock;
    }

    /** What is open to them, as far as it concerns this article. */
    public Opening to(Optional<Caller> reader, String articleId) {
        if (reader.isEmpty()) {
            return Opening.NONE;
        }
        if (reader.get().hasAnyRole(fullRoles)) {
            return Opening.FULL;
        }
        Told told = rows.of(reader.get().userId(), articleId);
        Rights known = overlay.of(reader.get());
        return new Opening(known.version() > told.version() ? newer(known, told) : told.opens());
    }

    /** What is newer than the rows; where it is not known what is open, that of the rows which everybody could have bought alone. */
    private Set<String> newer(Rights known, Told told) {
        var opens = new HashSet<String>();
        known.all().stream().filter(right -> right.isOpen(clock.instant())).forEach(right -> {
            opens.addAll(right.opens());
            if (right.opens().isEmpty()) {
                told.opens().stream()
                        .filter(thing -> !thing.equals(Right.EVERYTHING))
                        .forEach(opens::add);
            }
        });
        return opens;
    }
}
