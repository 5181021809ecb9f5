package news.platform.notification.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;

/**
 * What a user wants to be told, and when.
 *
 * @param importanceFloor how much news must matter to be told
 * @param dailyCap how many pushes a day at most
 * @param topics what about
 * @param emailTopics of which of them an e-mail comes besides
 */
public record Settings(
        Optional<QuietTime> quietHours, int importanceFloor, int dailyCap, Set<Kind> topics, Set<Kind> emailTopics) {
    /** Of who has said nothing. */
    public static final Settings DEFAULT = new Settings(Optional.empty(), 2, 20, EnumSet.allOf(Kind.class), Set.of());

    private static final int HIGHEST_IMPORTANCE = 3;

    public Settings {
        topics = Set.copyOf(topics);
        emailTopics = Set.copyOf(emailTopics);
    }

    /** Whether the user wants to know at all. */
    public boolean want(Story story) {
        return topics.contains(story.kind()) && (!story.kind().isNews() || story.importance() >= importanceFloor);
    }

    /** Whether what the user wants to know comes by e-mail, too. */
    public boolean wantEmail(Story story) {
        return emailTopics.contains(story.kind());
    }

    /** Whether devices stay quiet then. */
    public boolean areQuiet(Instant time) {
        return quietHours.filter(hours -> hours.cover(time)).isPresent();
    }

    /** When the day began, where the user is, to which the time belongs. */
    public Instant dayStart(Instant time) {
        ZoneId zone = quietHours.map(QuietTime::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(time, zone).atStartOfDay(zone).toInstant();
    }

    /**
     * How many pushes a day there may have been at most, this one included, for one that matters so much: all of the cap for
     * what matters most, less for what matters less, so that it is the least important that is left out.
     */
    public int allowance(int importance) {
        return Math.ceilDiv(dailyCap * importance, HIGHEST_IMPORTANCE);
    }
}
