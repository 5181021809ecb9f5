package news.platform.user.mark;

import java.time.Clock;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.user.account.Accounts;
import news.platform.user.v1.UserReason;
import news.platform.work.tally.Tallies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts marks on a user's lists and takes them off. The account is locked meanwhile: so no list grows beyond its limit, nothing
 * is marked by an account that is being deleted, and what happens to one mark is told in its order.
 */
@Component
final class ChangeMarks {
    private final Accounts accounts;
    private final Marks marks;
    private final Tallies tallies;
    private final MarkEvents events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ChangeMarks(
            Accounts accounts,
            Marks marks,
            Tallies tallies,
            MarkEvents events,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.marks = marks;
        this.tallies = tallies;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Changes nothing where it is marked already. */
    void add(MarkList list, String userId, Target target) {
        transaction.executeWithoutResult(_ -> {
            if (accounts.findLocked(userId).isEmpty()) {
                throw new DomainException(UserReason.USER_NOT_FOUND, "no such user");
            }
            marks.add(list, userId, target, clock.instant()).ifPresent(mark -> {
                if (marks.count(list, userId) > MarkList.LIMIT) {
                    throw list.full();
                }
                switch (list) {
                    case BOOKMARKS -> count(List.of(mark), 1);
                    case FOLLOWS -> events.followed(mark);
                }
            });
        });
    }

    /** Changes nothing where it is not marked. */
    void remove(MarkList list, String userId, Target target) {
        transaction.executeWithoutResult(_ -> accounts.findLocked(userId)
                .flatMap(_ -> marks.remove(list, userId, target))
                .ifPresent(mark -> tellRemoved(list, List.of(mark))));
    }

    /** Empties the lists of a deleted account, in the transaction of its caller. */
    void removeAll(String userId) {
        for (var list : MarkList.values()) {
            tellRemoved(list, marks.removeAll(list, userId));
        }
    }

    private void tellRemoved(MarkList list, List<Mark> removed) {
        switch (list) {
            case BOOKMARKS -> count(removed, -1);
            case FOLLOWS -> removed.forEach(events::unfollowed);
        }
    }

    private void count(List<Mark> bookmarks, int delta) {
        tallies.addAll(
                BookmarkTally.KIND,
                bookmarks.stream().map(mark -> mark.target().toString()).toList(),
                BookmarkTally.BOOKMARKS,
                delta);
    }
}
