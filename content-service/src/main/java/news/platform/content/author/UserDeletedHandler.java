package news.platform.content.author;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Forgets the name of a deleted account at once: nothing that is kept may show it again. */
@Component
final class UserDeletedHandler implements EventHandler<UserDeleted> {
    private final KnownAuthors known;

    UserDeletedHandler(KnownAuthors known) {
        this.known = known;
    }

    @Override
    public Class<UserDeleted> type() {
        return UserDeleted.class;
    }

    @Override
    public void on(UserDeleted event, EventContext context) {
        known.learn(Author.nameless(event.getUserId()));
    }
}
