package news.platform.calendar.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** On which days of a month an indicator's figures come, as far as its agency's habit says; the agency has the last word. */
@FunctionalInterface
interface Rule {
    List<LocalDate> in(YearMonth month);

    /** Each month on that day, whatever day of the week it is; where the month is shorter on its last. */
    static Rule on(int day) {
        return month -> List.of(month.atDay(Math.min(day, month.lengthOfMonth())));
    }

    /** Each month on the first of these days of the week from that day on. */
    static Rule onOrAfter(int day, Set<DayOfWeek> weekdays) {
        return month -> Stream.iterate(month.atDay(day), date -> date.plusDays(1))
                .filter(date -> weekdays.contains(date.getDayOfWeek()))
                .limit(1)
                .toList();
    }

    /** Each month on that day of the week, weeks beginning on Sunday, that has the given day. */
    static Rule inTheWeekOf(int day, DayOfWeek weekday) {
        return month -> List.of(month.atDay(day)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
                .with(TemporalAdjusters.nextOrSame(weekday)));
    }

    /** The third Friday after the week, from Sunday to Saturday, that has the 12th of the month before. */
    static Rule afterTheReferenceWeek() {
        return month -> Stream.of(month.minusMonths(1), month.minusMonths(2))
                .map(reference -> reference
                        .atDay(12)
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                        .plusDays(20))
                .filter(date -> YearMonth.from(date).equals(month))
                .toList();
    }

    /** On the last such day of the week in January, April, July and October. */
    static Rule quarterly(DayOfWeek weekday) {
        return month -> month.getMonthValue() % 3 == 1
                ? List.of(month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(weekday)))
                : List.of();
    }

    /** Each week on that day; the day before where it is one of these holidays. */
    static Rule weekly(DayOfWeek weekday, Set<LocalDate> holidays) {
        return month -> Stream.iterate(
                        month.atDay(1).with(TemporalAdjusters.nextOrSame(weekday)), date -> date.plusWeeks(1))
                .takeWhile(date -> YearMonth.from(date).equals(month))
                .map(date -> holidays.contains(date) ? date.minusDays(1) : date)
                .toList();
    }

    /** On days that were published. */
    static Rule dates(LocalDate... dates) {
        return month -> Stream.of(dates)
                .filter(date -> YearMonth.from(date).equals(month))
                .toList();
    }
}
