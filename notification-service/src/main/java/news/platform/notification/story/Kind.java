package news.platform.notification.story;

import java.util.Locale;

/** What a story is about, as users choose. */
public enum Kind {
    /** What everybody should hear of. */
    BREAKING(Lane.URGENT),
    /** Lives that concern what a user follows. */
    LIVES(Lane.FOLLOWED),
    /** Articles that concern what a user follows. */
    ARTICLES(Lane.FOLLOWED),
    /** What was decided about what a user wrote. */
    MODERATION(Lane.TRANSACTIONAL),
    /** What a user asked to be told of: prices, releases. */
    ALERTS(Lane.TRANSACTIONAL),
    /** What became of what a user bought. */
    PURCHASES(Lane.TRANSACTIONAL),
    /** Replies to what a user wrote. */
    REPLIES(Lane.SOCIAL),
    /** How many like what a user wrote. */
    LIKES(Lane.SOCIAL);

    private final Lane lane;

    Kind(Lane lane) {
        this.lane = lane;
    }

    /** As users call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that users call so. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** With what it shares places when it is told and sent. */
    public Lane lane() {
        return lane;
    }

    /** Whether it is for whoever follows something, not for one user. */
    public boolean isNews() {
        return switch (this) {
            case BREAKING, LIVES, ARTICLES -> true;
            case MODERATION, ALERTS, PURCHASES, REPLIES, LIKES -> false;
        };
    }
}
