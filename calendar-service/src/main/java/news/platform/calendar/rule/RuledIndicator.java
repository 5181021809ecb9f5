package news.platform.calendar.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import news.platform.calendar.release.Figures;
import news.platform.calendar.release.Indicator;
import news.platform.calendar.release.Release;

/**
 * An indicator whose releases follow a rule.
 *
 * @param zone whose clocks say when
 * @param period what a release is about
 */
record RuledIndicator(Indicator indicator, int importance, ZoneId zone, LocalTime time, Period period, Rule rule) {
    /** What a release on a day is about. */
    enum Period {
        /** The month before. */
        MONTH_BEFORE,
        /** The month itself. */
        MONTH,
        /** The quarter before. */
        QUARTER_BEFORE,
        /** The week that ended on the Saturday before. */
        WEEK_BEFORE,
        /** A decision of that day. */
        DAY;

        private String of(LocalDate date) {
            return switch (this) {
                case MONTH_BEFORE -> YearMonth.from(date).minusMonths(1).toString();
                case MONTH -> YearMonth.from(date).toString();
                case QUARTER_BEFORE -> quarter(YearMonth.from(date).minusMonths(1));
                case WEEK_BEFORE ->
                    date.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)).toString();
                case DAY -> date.toString();
            };
        }

        private static String quarter(YearMonth month) {
            return month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3);
        }
    }

    List<Release.Draft> in(YearMonth month) {
        return rule.in(month).stream()
                .map(date -> new Release.Draft(
                        indicator,
                        importance,
                        date.atTime(time).atZone(zone).toInstant(),
                        false,
                        Figures.NONE,
                        period.of(date)))
                .toList();
    }
}
