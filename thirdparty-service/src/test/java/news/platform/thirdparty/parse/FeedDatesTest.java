package news.platform.thirdparty.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sat, 07 Sep 2002 00:00:01 GMT        | 2002-09-07T00:00:01Z
                    Sat, 7 Sep 02 00:00:01 EST           | 2002-09-07T05:00:01Z
                    07 Sep 2002 00:00 +0200              | 2002-09-06T22:00:00Z
                    Mon, 07 September 2002 9:05:01 -0530 | 2002-09-07T14:35:01Z
                    Thu, 01 Jan 2004 19:48:21 GMT+08:00  | 2004-01-01T11:48:21Z
                    Thu, 01 Jan 2004 19:48:21 CEST (x)   | 2004-01-01T17:48:21Z
                    Thu, 31 Jun-bogus                    |
                    01-Jan-99                            | 1999-01-01T00:00:00Z
                    Thu Jan  1 19:48:21 2004             | 2004-01-01T19:48:21Z
                    Thu Jan 1 19:48:21 PST 2004          | 2004-01-02T03:48:21Z
                    January 1, 2004 19:48                | 2004-01-01T19:48:00Z
                    2003-12-31T10:14:55Z                 | 2003-12-31T10:14:55Z
                    2003-12-31T10:14:55.123456789-08:00  | 2003-12-31T18:14:55Z
                    2003-12-31T10:14+0100                | 2003-12-31T09:14:00Z
                    2003-12-31 10:14:55                  | 2003-12-31T10:14:55Z
                    20031231T101455Z                     | 2003-12-31T10:14:55Z
                    2003-12-31T24:00:00Z                 | 2004-01-01T00:00:00Z
                    2003-12-31                           | 2003-12-31T00:00:00Z
                    2003-12                              | 2003-12-01T00:00:00Z
                    2003                                 | 2003-01-01T00:00:00Z
                    2003/12/31 10:14                     | 2003-12-31T10:14:00Z
                    2003年12月31日 10:14                   | 2003-12-31T10:14:00Z
                    """)
    void readsWhatFeedsWrite(String date, Instant expected) {
        assertThat(FeedDates.parse(date)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MEST | -2:00
                    MESZ | -2:00
                    MEZ  | -1:00
                    AEDT | -11:00
                    AEST | -10:00
                    ACST | -9:30
                    NZDT | -13:00
                    IST  | -5:30
                    JST  | -9:00
                    GST  | -4:00
                    WEST | -1:00
                    BRT  | +3:00
                    NST  | +3:30
                    HST  | +10:00
                    ET   | +4:00
                    PT   | +7:00
                    """)
    void knowsTheZonesThatNewsIsWrittenInWhateverTheFormat(String zone, String behind) {
        String[] offset = behind.substring(1).split(":");
        Duration minutes = Duration.ofHours(Long.parseLong(offset[0])).plusMinutes(Long.parseLong(offset[1]));
        Instant local = Instant.parse("2024-07-10T21:05:00Z");
        Instant expected = behind.startsWith("-") ? local.minus(minutes) : local.plus(minutes);

        for (String format : List.of(
                "Wed, 10 Jul 2024 21:05:00 %s",
                "10 Jul 2024 21:05 %s",
                "10-Jul-24 9:05 PM %s",
                "Wed, 10 Jul 2024 9:05:00 p.m. %s",
                "July 10, 2024 21:05 %s",
                "July 10, 2024, 9:05pm %s",
                "Wed Jul 10 21:05:00 %s 2024",
                "2024-07-10 21:05:00 %s",
                "2024/07/10 9:05 PM %s")) {
            assertThat(FeedDates.parse(format.formatted(zone))).as(format, zone).contains(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10 Jul 2024 12:00 AM      | 2024-07-10T00:00:00Z
                    10 Jul 2024 12:30 PM      | 2024-07-10T12:30:00Z
                    10 Jul 2024 1 pm          | 2024-07-10T13:00:00Z
                    10 Jul 2024 13:05 PM      | 2024-07-10T13:05:00Z
                    2024年7月10日 下午9:05      | 2024-07-10T21:05:00Z
                    2024年7月10日 上午 9:05     | 2024-07-10T09:05:00Z
                    2024年7月10日 21时05分      | 2024-07-10T21:05:00Z
                    2024年7月10日 21时05分30秒   | 2024-07-10T21:05:30Z
                    2024年7月10日 21点          | 2024-07-10T21:00:00Z
                    """)
    void readsClocksOfTwelveHoursAndChineseOnes(String date, Instant expected) {
        assertThat(FeedDates.parse(date)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "32 Jan 2004",
                "2003-13-01",
                "2003-02-30",
                "2003-01-01T25:00:00Z",
                "2003-01-01T10:61Z",
                "Foo 1, 2004",
                "1 Foo 2004",
                "2003-01-01T00:00:00+99:99",
                "99999-01-01",
                "0000",
                "１９９９-01-01",
                "<b>2003</b>"
            })
    void readsNothingIntoWhatIsNoDate(String date) {
        assertThat(FeedDates.parse(date)).isEmpty();
    }

    @Test
    void isQuickWithWhatIsMadeToBeSlow() {
        assertThat(FeedDates.parse("1 ".repeat(30) + "Jan")).isEmpty();
        assertThat(FeedDates.parse("9".repeat(1_000_000))).isEmpty();
    }
}
