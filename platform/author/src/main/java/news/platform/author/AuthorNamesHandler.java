package news.platform.author;

import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.UserDeleted;
import news.platform.user.v1.UserUpdated;

/** Takes a new name over in every replica, and forgets that of a deleted account: nothing that is kept may show it again. */
final class AuthorNamesHandler implements ReplicaHandler {
    private final Authors authors;

    AuthorNamesHandler(Authors authors) {
        this.authors = authors;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserUpdated.class, this::renamed).and(UserDeleted.class, this::deleted);
    }

    @Override
    public void gap() {
        authors.forget();
    }

    private void renamed(UserUpdated event, EventContext context) {
        authors.learn(new Author(event.getUserId(), event.getDisplayName(), event.getAvatarUrl()));
    }

    private void deleted(UserDeleted event, EventContext context) {
        authors.learn(Author.nameless(event.getUserId()));
    }
}
