package news.platform.notification.fanout;

import java.time.Clock;
import news.platform.notification.reading.Notifications;
import news.platform.notification.story.Stories;
import news.platform.notification.story.Story;
import news.platform.persistence.IdSource;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Begins to tell what there is to tell, and takes back what is no more. In the transaction of its caller. */
@Component
public final class BeginStory {
    private final Stories stories;
    private final Audience audience;
    private final Notifications notifications;
    private final IdSource ids;
    private final Agenda agenda;
    private final Clock clock;

    BeginStory(
            Stories stories, Audience audience, Notifications notifications, IdSource ids, Agenda agenda, Clock clock) {
        this.stories = stories;
        this.audience = audience;
        this.notifications = notifications;
        this.ids = ids;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** The id of a story that is new. */
    public String nextId() {
        return ids.next();
    }

    /** Does nothing about a subject that was told, or is being told; a story that nobody follows when it comes counts as told. */
    public void begin(Story story) {
        if (stories.add(story) && audience.isAnybody(story)) {
            agenda.schedule(TellStory.KIND, story.id(), story.kind().lane().word(), clock.instant());
        }
    }

    /** Nobody is told any more, and who was finds it no more. */
    public void withdraw(String subject) {
        stories.withdraw(subject).ifPresent(storyId -> {
            agenda.cancel(TellStory.KIND, storyId);
            notifications.removeStory(storyId);
        });
    }
}
