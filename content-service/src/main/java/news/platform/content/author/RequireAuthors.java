package news.platform.content.author;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.platform.author.Author;
import news.platform.author.Authors;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds a byline to users that there are. Not within a transaction: user-service is asked. */
@Component
public final class RequireAuthors {
    private static final Logger log = LoggerFactory.getLogger(RequireAuthors.class);

    private final Authors authors;

    RequireAuthors(Authors authors) {
        this.authors = authors;
    }

    /**
     * The names of these users; refuses ids that name no user.
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

    private Map<String, Author> answered(List<String> ids) {
        try {
            return authors.asked(ids);
        } catch (StatusRuntimeException e) {
            log.warn("authors cannot be checked: {}", e.getStatus());
            throw new DomainException(
                            ContentReason.AUTHORS_UNAVAILABLE, "the authors cannot be checked now, try again later")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }
}
