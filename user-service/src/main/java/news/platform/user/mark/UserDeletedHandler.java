package news.platform.user.mark;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Empties the lists of a deleted account: thousands of marks, each with its event, so not while its owner waits. */
@Component
final class UserDeletedHandler implements EventHandler {
    private final ChangeMarks changeMarks;

    UserDeletedHandler(ChangeMarks changeMarks) {
        this.changeMarks = changeMarks;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserDeleted.class, this::deleted);
    }

    private void deleted(UserDeleted event, EventContext context) {
        changeMarks.removeAll(event.getUserId());
    }
}
