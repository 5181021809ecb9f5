package news.platform.thirdparty.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
