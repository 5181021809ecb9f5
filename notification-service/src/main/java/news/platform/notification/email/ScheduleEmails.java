package news.platform.notification.email;

import java.time.Instant;
import java.util.List;
import news.platform.notification.story.Story;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Has users told of a story by e-mail as well. */
@Component
public final class ScheduleEmails {
    private final Agenda agenda;

    ScheduleEmails(Agenda agenda) {
        this.agenda = agenda;
    }

    /** In the transaction that tells them. */
    public void schedule(Story story, List<String> userIds, Instant now) {
        userIds.forEach(userId -> agenda.schedule(
                SendEmail.KIND,
                new SendEmail.Key(story.id(), userId).text(),
                story.kind().lane().word(),
                now));
    }
}
