package news.platform.notification.fanout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.platform.notification.email.ScheduleEmails;
import news.platform.notification.reading.NotificationEvents;
import news.platform.notification.reading.Notifications;
import news.platform.notification.story.Stories;
import news.platform.notification.story.Story;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/**
 * Tells one group of users, in one transaction: all of them find it in their list, and the devices of those who are neither in
 * their quiet hours nor beyond their cap will be pushed to.
 */
@Component
final class TellGroup {
    private static final int CHUNK = 500;

    private final Stories stories;
    private final Notifications notifications;
    private final NotificationEvents events;
    private final Pushing pushing;
    private final ScheduleEmails emails;
    private final Agenda agenda;
    private final Clock clock;

    TellGroup(
            Stories stories,
            Notifications notifications,
            NotificationEvents events,
            Pushing pushing,
            ScheduleEmails emails,
            Agenda agenda,
            Clock clock) {
        this.stories = stories;
        this.notifications = notifications;
        this.events = events;
        this.pushing = pushing;
        this.emails = emails;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** In the transaction of its caller. */
    void tell(String storyId, Group group) {
        if (group.upTo().isEmpty()) {
            return;
        }
        stories.lock(storyId).ifPresent(telling -> {
            var story = telling.story();
            var now = clock.instant();
            var told = notifications.add(
                    storyId, group.recipients().stream().map(Recipient::userId).toList(), now);
            if (!told.isEmpty()) {
                events.created(story, telling.groups() + 1, told, now);
                push(story, telling.groups(), group, now);
                emails.schedule(story, emailed(story, group, told), now);
            }
            stories.advance(storyId, group.upTo());
            if (!group.last()) {
                agenda.schedule(TellStory.KIND, storyId, story.kind().lane().word(), now);
            }
        });
    }

    private static List<String> emailed(Story story, Group group, List<String> told) {
        return group.recipients().stream()
                .filter(recipient -> recipient.settings().wantEmail(story) && told.contains(recipient.userId()))
                .map(Recipient::userId)
                .toList();
    }

    private void push(Story story, long groupNumber, Group group, Instant now) {
        var devices = pushing.allowed(story, group.recipients(), now);
        for (int from = 0; from < devices.size(); from += CHUNK) {
            var chunk = story.id() + "/" + groupNumber + "/" + from / CHUNK;
            pushing.add(story, chunk, devices.subList(from, Math.min(from + CHUNK, devices.size())), now);
            agenda.schedule(SendChunk.KIND, chunk, story.kind().lane().word(), now);
        }
    }
}
