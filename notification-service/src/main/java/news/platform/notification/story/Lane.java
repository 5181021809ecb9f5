package news.platform.notification.story;

import java.util.Locale;

/** What is told and sent side by side: each has places of its own, so none waits for another, however much that has to tell. */
public enum Lane {
    /** What everybody should hear of at once. */
    URGENT,
    /** What a user must know of what the platform did, or asked to be told. */
    TRANSACTIONAL,
    /** News for those who follow something. */
    FOLLOWED,
    /** What other users did. */
    SOCIAL;

    /** How many jobs of one lane are done at once. */
    public static final int PLACES = 4;

    /** Whether it goes first where not all can go at once. */
    public boolean goesFirst() {
        return switch (this) {
            case URGENT, TRANSACTIONAL -> true;
            case FOLLOWED, SOCIAL -> false;
        };
    }

    /** As the agenda calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many jobs of all lanes are done at once. */
    public static int places() {
        return values().length * PLACES;
    }
}
