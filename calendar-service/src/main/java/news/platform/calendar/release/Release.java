package news.platform.calendar.release;

import java.time.Instant;
import news.platform.persistence.page.TimeAndId;

/**
 * One publication of an indicator's figure.
 *
 * @param importance 1 to 3
 * @param undecided whether only the day is known
 * @param period what it is about
 * @param version rises with each change
 * @param move rises each time that it comes at another time than was said
 */
public record Release(
        String id,
        Indicator indicator,
        int importance,
        Instant time,
        boolean undecided,
        Figures figures,
        String period,
        State state,
        long version,
        int move) {
    /** One to come. */
    static Release scheduled(String id, Draft draft) {
        return new Release(
                id,
                draft.indicator(),
                draft.importance(),
                draft.time(),
                draft.undecided(),
                draft.figures(),
                draft.period(),
                State.SCHEDULED,
                1,
                0);
    }

    /** After the change, which has another version; figures that come release it, or revise what is out. */
    Release changed(int newImportance, Instant newTime, boolean newUndecided, Figures newFigures) {
        return new Release(
                id,
                indicator,
                newImportance,
                newTime,
                newUndecided,
                newFigures,
                period,
                state(newFigures),
                version + 1,
                newTime.equals(time) && newUndecided == undecided ? move : move + 1);
    }

    Release with(Figures newFigures) {
        return changed(importance, time, undecided, newFigures);
    }

    /** Whether nothing is different but the version. */
    boolean isAsBefore(Release before) {
        return importance == before.importance
                && time.equals(before.time)
                && undecided == before.undecided
                && figures.equals(before.figures);
    }

    private State state(Figures changed) {
        if (changed.actual().isEmpty()) {
            return State.SCHEDULED;
        }
        return changed.revised().isEmpty() ? State.RELEASED : State.REVISED;
    }

    /** Whether its figure is out. */
    public boolean isOut() {
        return state != State.SCHEDULED;
    }

    /** Where it stands in lists. */
    TimeAndId place() {
        return new TimeAndId(time, id);
    }

    /** What an editor, or a rule, says of a release to come. */
    public record Draft(
            Indicator indicator, int importance, Instant time, boolean undecided, Figures figures, String period) {}
}
