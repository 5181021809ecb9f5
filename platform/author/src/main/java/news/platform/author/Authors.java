package news.platform.content.author;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.grpc.client.Remembered;
import news.platform.grpc.server.CallMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The users of bylines, from user-service. Thread-safe. */
@Component
public final class Authors {
    private static final Logger log = LoggerFactory.getLogger(Authors.class);

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
     * The names of these users, asked for now; refuses ids that name no user.
     *
     * @param field the request's field that the ids come from
     */
    public Map<String, Author> require(List<String> ids, String field) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var named = answered(ids);
        for (var id : ids) {
            var author = named.get(id);
            if (author == null || author.displayName().isEmpty()) {
                throw DomainException.field(ContentReason.UNKNOWN_AUTHOR, field, "no such user: " + id);
            }
        }
        return named;
    }

    /** Remembers what an event told. */
    void learn(Author author) {
        known.learn(author.id(), author);
    }

    /** Forgets all names: events that change them may have been missed. */
    void forget() {
        known.forget();
    }

    private Map<String, Author> answered(List<String> ids) {
        try {
            return known.ask(ids, asked -> users.batchGet(asked, properties.writeDeadline()));
        } catch (StatusRuntimeException e) {
            log.warn("authors cannot be checked: {}", e.getStatus());
            throw new DomainException(
                            ContentReason.AUTHORS_UNAVAILABLE, "the authors cannot be checked now, try again later")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }
}
