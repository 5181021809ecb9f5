package news.platform.content.author;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The names that this process has seen lately. A name is fresh for a few seconds and kept for longer, to be shown when
 * user-service does not answer. Thread-safe.
 */
@Component
final class KnownAuthors {
    private final Cache<String, Known> authors;
    private final Duration freshFor;
    private final LongSupplier nanos;

    @Autowired
    KnownAuthors(AuthorProperties properties) {
        this(properties, System::nanoTime);
    }

    KnownAuthors(AuthorProperties properties, LongSupplier nanos) {
        this.freshFor = properties.freshFor();
        this.nanos = nanos;
        this.authors = Caffeine.newBuilder()
                .maximumSize(properties.max())
                .expireAfterWrite(properties.keptFor())
                .ticker(nanos::getAsLong)
                .build();
    }

    Optional<Author> fresh(String id) {
        var known = authors.getIfPresent(id);
        return known == null || nanos.getAsLong() - known.nanos() >= freshFor.toNanos()
                ? Optional.empty()
                : Optional.of(known.author());
    }

    Optional<Author> kept(String id) {
        return Optional.ofNullable(authors.getIfPresent(id)).map(Known::author);
    }

    void learn(Author author) {
        authors.put(author.id(), new Known(author, nanos.getAsLong()));
    }

    private record Known(Author author, long nanos) {}
}
