package news.platform.comment.review;

import java.time.Clock;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Has what waits judged anew, soon, since the rules have changed. */
@Component
public final class Rescore {
    /** The timer's kind. */
    public static final String KIND = "rescore";

    private final Agenda agenda;
    private final Clock clock;

    Rescore(Agenda agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    /** All of it; in the transaction that changes the rules. */
    public void soon() {
        after("");
    }

    /** What comes after this comment in the order of ids. */
    public void after(String commentId) {
        agenda.schedule(KIND, "from " + commentId, clock.instant());
    }

    /** The comment that a timer's key names. */
    public static String from(String key) {
        return key.substring("from ".length());
    }
}
