package news.platform.gateway.event;

import java.time.Duration;
import java.util.Set;

/**
 * Wants to know that something has happened, not what it looks like now. Called from one thread, in order for each
 * subject; must be quick and must bear repetition.
 */
public interface EdgeEventListener {

    /** The CloudEvents types wanted, e.g. "news.content.article.recalled.v1". */
    Set<String> types();

    /** How old the events may be that are told again at the start; zero: none. */
    default Duration lookBack() {
        return Duration.ZERO;
    }

    /** It happened to the subject. */
    void on(String type, String subject);

    /** Events may have been missed until now, none from now on. Also called once at the start. */
    void gap();
}
