package news.platform.content.author;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.user.v1.UserUpdated;
import org.springframework.stereotype.Component;

/** Takes a new name over at once, in the replica that gets the event; the others follow when theirs is no longer fresh. */
@Component
final class UserUpdatedHandler implements EventHandler<UserUpdated> {
    private final Authors authors;

    UserUpdatedHandler(Authors authors) {
        this.authors = authors;
    }

    @Override
    public Class<UserUpdated> type() {
        return UserUpdated.class;
    }

    @Override
    public void on(UserUpdated event, EventContext context) {
        authors.learn(new Author(event.getUserId(), event.getDisplayName(), event.getAvatarUrl()));
    }
}
