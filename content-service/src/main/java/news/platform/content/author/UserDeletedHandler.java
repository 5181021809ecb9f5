package news.platform.content.author;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Forgets the name of a deleted account at once: nothing that is kept may show it again. */
@Component
final class UserDeletedHandler implements EventHandler<UserDeleted> {
    private final Authors authors;

    UserDeletedHandler(Authors authors) {
        this.authors = authors;
    }

    @Override
    public Class<UserDeleted> type() {
        return UserDeleted.class;
    }

    @Override
    public void on(UserDeleted event, EventContext context) {
        authors.learn(Author.nameless(event.getUserId()));
    }
}
