package news.platform.content.author;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.grpc.server.CallMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The users of bylines, from user-service. Thread-safe. */
@Component
public final class Authors {
    private static final Logger log = LoggerFactory.getLogger(Authors.class);

    private final UserClient users;
    private final KnownAuthors known;
    private final AuthorProperties properties;

    Authors(UserClient users, KnownAuthors known, AuthorProperties properties) {
        this.users = users;
        this.known = known;
        this.properties = properties;
    }

    /**
     * The names of these users, by id: one batch call for all that are not fresh. Where user-service does not answer in
     * time the names last known stand in, or none, and the answer of the current call is marked degraded. Never throws.
     */
    public Map<String, Author> named(Collection<String> ids) {
        var named = new HashMap<String, Author>();
        var ask = new ArrayList<String>();
        for (var id : ids) {
            if (!named.containsKey(id)) {
                var fresh = known.fresh(id);
                named.put(id, fresh.orElseGet(() -> Author.nameless(id)));
                if (fresh.isEmpty()) {
                    ask.add(id);
                }
            }
        }
        if (ask.isEmpty()) {
            return named;
        }
        try {
            fetch(ask, properties.deadline()).forEach(author -> named.put(author.id(), author));
        } catch (StatusRuntimeException e) {
            log.debug("authors unknown for now: {}", e.getStatus());
            ask.forEach(id -> named.put(id, known.kept(id).orElseGet(() -> Author.nameless(id))));
            CallMetadata.degraded("user-service");
        }
        return named;
    }

    /**
     * The names of these users, asked for now; refuses ids that name no user.
     *
     * @param field the request's field that the ids come from
     */
    public Map<String, Author> require(List<String> ids, String field) {
        var required = new HashMap<String, Author>();
        if (ids.isEmpty()) {
            return required;
        }
        for (var author : answered(ids)) {
            if (author.displayName().isEmpty()) {
                throw DomainException.field(ContentReason.UNKNOWN_AUTHOR, field, "no such user: " + author.id());
            }
            required.put(author.id(), author);
        }
        return required;
    }

    private List<Author> answered(List<String> ids) {
        try {
            return fetch(ids, properties.writeDeadline());
        } catch (StatusRuntimeException e) {
            log.warn("authors cannot be checked: {}", e.getStatus());
            throw new DomainException(
                            ContentReason.AUTHORS_UNAVAILABLE, "the authors cannot be checked now, try again later")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    private List<Author> fetch(List<String> ids, Duration deadline) {
        var authors = users.batchGet(ids, deadline);
        authors.forEach(known::learn);
        return authors;
    }
}
