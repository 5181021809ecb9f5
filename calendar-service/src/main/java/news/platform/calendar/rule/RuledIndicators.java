package news.platform.calendar.rule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.platform.calendar.release.Indicator;
import news.platform.calendar.rule.RuledIndicator.Period;

/** Ten indicators that move markets, with the habits of their agencies. */
final class RuledIndicators {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Of the United States, as far as they are Thursdays. */
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(dates("2026-01-01", "2026-11-26", "2027-11-11", "2027-11-25", "2028-11-23"));

    private RuledIndicators() {}

    static List<RuledIndicator> all() {
        return List.of(
                monthly(
                        new Indicator("us-cpi", "US consumer price index", "US", "%"),
                        3,
                        NEW_YORK,
                        "08:30",
                        Rule.onOrAfter(10, Set.of(TUESDAY, WEDNESDAY, THURSDAY))),
                monthly(
                        new Indicator("us-nfp", "US non-farm payrolls", "US", "thousand"),
                        3,
                        NEW_YORK,
                        "08:30",
                        Rule.afterTheReferenceWeek()),
                decision(
                        new Indicator("us-fomc", "US federal funds target rate", "US", "%"),
                        NEW_YORK,
                        "14:00",
                        dates(
                                "2026-01-28",
                                "2026-03-18",
                                "2026-04-29",
                                "2026-06-17",
                                "2026-07-29",
                                "2026-09-16",
                                "2026-10-28",
                                "2026-12-09",
                                "2027-01-27",
                                "2027-03-17",
                                "2027-04-28",
                                "2027-06-09",
                                "2027-07-28",
                                "2027-09-15",
                                "2027-10-27",
                                "2027-12-08")),
                decision(
                        new Indicator("ea-ecb-rate", "Euro area deposit facility rate", "EA", "%"),
                        FRANKFURT,
                        "14:15",
                        dates(
                                "2026-02-05",
                                "2026-03-19",
                                "2026-04-30",
                                "2026-06-11",
                                "2026-07-23",
                                "2026-09-10",
                                "2026-10-29",
                                "2026-12-17",
                                "2027-02-04",
                                "2027-03-18",
                                "2027-04-29",
                                "2027-06-10",
                                "2027-07-22",
                                "2027-09-09",
                                "2027-10-28",
                                "2027-12-16")),
                monthly(
                        new Indicator("gb-cpi", "UK consumer prices index", "GB", "%"),
                        3,
                        LONDON,
                        "07:00",
                        Rule.onOrAfter(15, Set.of(WEDNESDAY))),
                monthly(
                        new Indicator("cn-cpi", "China consumer price index", "CN", "%"),
                        2,
                        SHANGHAI,
                        "09:30",
                        Rule.on(9)),
                new RuledIndicator(
                        new Indicator("cn-pmi-nbs", "China manufacturing PMI", "CN", "points"),
                        2,
                        SHANGHAI,
                        LocalTime.parse("09:30"),
                        Period.MONTH,
                        Rule.on(31)),
                monthly(
                        new Indicator("jp-cpi", "Japan consumer price index", "JP", "%"),
                        2,
                        TOKYO,
                        "08:30",
                        Rule.inTheWeekOf(19, FRIDAY)),
                new RuledIndicator(
                        new Indicator("us-gdp-advance", "US gross domestic product, advance estimate", "US", "%"),
                        3,
                        NEW_YORK,
                        LocalTime.parse("08:30"),
                        Period.QUARTER_BEFORE,
                        Rule.quarterly(THURSDAY)),
                new RuledIndicator(
                        new Indicator("us-initial-claims", "US initial jobless claims", "US", "persons"),
                        2,
                        NEW_YORK,
                        LocalTime.parse("08:30"),
                        Period.WEEK_BEFORE,
                        Rule.weekly(THURSDAY, HOLIDAYS)));
    }

    private static RuledIndicator monthly(Indicator indicator, int importance, ZoneId zone, String time, Rule rule) {
        return new RuledIndicator(indicator, importance, zone, LocalTime.parse(time), Period.MONTH_BEFORE, rule);
    }

    private static RuledIndicator decision(Indicator indicator, ZoneId zone, String time, LocalDate... dates) {
        return new RuledIndicator(indicator, 3, zone, LocalTime.parse(time), Period.DAY, Rule.dates(dates));
    }

    private static LocalDate[] dates(String... texts) {
        return Stream.of(texts).map(LocalDate::parse).toArray(LocalDate[]::new);
    }
}
