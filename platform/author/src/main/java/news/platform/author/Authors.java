package news.platform.author;

import io.grpc.StatusRuntimeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.platform.grpc.client.Remembered;
import news.platform.grpc.server.CallMetadata;

/**
 * The users who wrote what is shown, from user-service; a bean of who has this module, which its row of platform.json must let
 * call user. Events change the names in every replica. Thread-safe.
 */
public final class Authors {
    private final UserClient users;
    private final AuthorProperties properties;
    private final Remembered<String, Author> known;

    Authors(UserClient users, AuthorProperties properties) {
        this.users = users;
        this.properties = properties;
        this.known = new Remembered<>(properties.names());
    }

    /**
     * The names of these users, by id: one batch call for all that are not fresh. Where user-service does not answer in
     * time the names last known stand in, or none, and the answer of the current call is marked degraded. Never throws.
     */
    public Map<String, Author> named(Collection<String> ids) {
        var found = known.find(ids, asked -> users.batchGet(asked, properties.deadline()));
        if (found.degraded()) {
            CallMetadata.degraded("user-service");
        }
        return found.values();
    }

    /**
     * The same, asked for now; those that are no users have no name.
     *
     * @throws StatusRuntimeException where user-service does not answer in time
     */
    public Map<String, Author> asked(List<String> ids) {
        return known.ask(ids, asked -> users.batchGet(asked, properties.writeDeadline()));
    }

    /** Remembers what an event told. */
    void learn(Author author) {
        known.learn(author.id(), author);
    }

    /** Forgets all names: events that change them may have been missed. */
    void forget() {
        known.forget();
    }
}
