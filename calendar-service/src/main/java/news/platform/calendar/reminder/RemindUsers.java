package news.platform.calendar.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.platform.calendar.release.MoveListener;
import news.platform.calendar.release.Release;
import news.platform.calendar.release.Releases;
import news.platform.work.task.Agenda;
import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/**
 * Has users reminded: one timer for each release and lead, however many users want it. Who was told of a release is not told again
 * unless it moves.
 */
@Component
final class RemindUsers implements Timer, MoveListener {
    private static final String KIND = "reminder";
    private static final int GROUP = 500;

    private final Releases releases;
    private final Reminders reminders;
    private final ReminderEvents events;
    private final Agenda agenda;
    private final Clock clock;

    RemindUsers(Releases releases, Reminders reminders, ReminderEvents events, Agenda agenda, Clock clock) {
        this.releases = releases;
        this.reminders = reminders;
        this.events = events;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    void schedule(Release release, int leadMinutes) {
        agenda.schedule(KIND, release.id() + "/" + leadMinutes, due(release, leadMinutes));
    }

    @Override
    public void moved(Release release) {
        if (!release.isOut()) {
            reminders.leads(release.id()).forEach(lead -> schedule(release, lead));
        }
    }

    @Override
    public void fire(String key) {
        int slash = key.lastIndexOf('/');
        int lead = Integer.parseInt(key.substring(slash + 1));
        releases.lock(key.substring(0, slash))
                .filter(release -> !release.isOut())
                .filter(release -> !due(release, lead).isAfter(clock.instant()))
                .ifPresent(release -> remind(release, lead));
    }

    private void remind(Release release, int lead) {
        List<String> users;
        do {
            users = reminders.take(release.id(), lead, release.move(), GROUP);
            if (!users.isEmpty()) {
                events.due(release, lead, users);
            }
        } while (users.size() == GROUP);
    }

    private static Instant due(Release release, int leadMinutes) {
        return release.time().minus(Duration.ofMinutes(leadMinutes));
    }
}
