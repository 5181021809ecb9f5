package news.platform.notification.calendar;

import java.time.Duration;
import news.platform.calendar.v1.RemindersDue;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.fanout.BeginStory;
import org.springframework.stereotype.Component;

/** Reminds users of releases that they asked for. */
@Component
final class RemindersHandler implements EventHandler {
    /** A reminder that comes later is none. */
    private static final Duration GREATEST_AGE = Duration.ofHours(1);

    private final BeginStory telling;

    RemindersHandler(BeginStory telling) {
        this.telling = telling;
    }

    @Override
    public Takes takes() {
        return Takes.of(RemindersDue.class, this::due);
    }

    @Override
    public From from() {
        return new From.Now(GREATEST_AGE);
    }

    private void due(RemindersDue event, EventContext context) {
        event.getUserIdsList()
                .forEach(
                        userId -> telling.begin(ReminderProtos.story(telling.nextId(), event, userId, context.time())));
    }
}
