package news.platform.user.title;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import news.platform.grpc.server.CallMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The titles of what users keep. Thread-safe. */
@Component
public final class Titles {
    private static final Logger log = LoggerFactory.getLogger(Titles.class);

    private final Duration deadline;
    private final ArticleClient articles;
    private final LiveClient lives;

    Titles(TitleProperties properties, ArticleClient articles, LiveClient lives) {
        this.deadline = properties.deadline();
        this.articles = articles;
        this.lives = lives;
    }

    /** Those of these articles that readers have, by id; see {@link #lives}. */
    public Optional<Map<String, String>> articles(List<String> ids) {
        return ask("content-service", articles::titles, ids);
    }

    /**
     * Those of these lives that readers have, by id. Empty where the service does not answer in time; the answer of the current
     * call is then marked degraded. Never throws.
     */
    public Optional<Map<String, String>> lives(List<String> ids) {
        return ask("livenews-service", lives::titles, ids);
    }

    private Optional<Map<String, String>> ask(
            String service, BiFunction<List<String>, Duration, Map<String, String>> question, List<String> ids) {
        try {
            return Optional.of(question.apply(ids, deadline));
        } catch (StatusRuntimeException e) {
            log.debug("without the titles that {} has: {}", service, e.getStatus());
            CallMetadata.degraded(service);
            return Optional.empty();
        }
    }
}
