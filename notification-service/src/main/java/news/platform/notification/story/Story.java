package news.platform.notification.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that users are told of.
 *
 * @param subject what it is, {@code articles/0198…} or {@code comments/0198…}; told once
 * @param link where it leads: the path below the API's
 * @param importance 1 to 3
 * @param title one line
 * @param body how it goes on; may be empty
 * @param targets whose followers it concerns, {@code symbols/AAPL}; of what is no news the one user, {@code users/0198…}
 */
public record Story(
        String id,
        String subject,
        String link,
        Kind kind,
        int importance,
        String title,
        String body,
        List<String> targets,
        Instant publishTime) {
    private static final String USERS = "users/";

    public Story {
        targets = List.copyOf(targets);
    }

    /** The target that stands for one user. */
    public static String user(String userId) {
        return USERS + userId;
    }

    /** The one user whom it concerns; empty where it is news. */
    public Optional<String> addressee() {
        return kind.isNews() ? Optional.empty() : Optional.of(targets.getFirst().substring(USERS.length()));
    }
}
