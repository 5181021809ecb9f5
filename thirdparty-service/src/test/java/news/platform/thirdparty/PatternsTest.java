package news.platform.thirdparty;

import java.util.Map;
import java.util.stream.Stream;
import news.platform.test.KeptPattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What feeds and partners send meets these, and what is shown of it the platform's. */
class PatternsTest {

    /** Those that are for whole texts, and how long such a text may be. */
    private static final Map<String, Integer> WHOLE = Map.of(
            "FeedDates.ASCTIME", 80,
            "FeedDates.DAY_FIRST", 80,
            "FeedDates.MONTH_FIRST", 80,
            "FeedDates.YEAR_FIRST", 80,
            "ItemCleaner.MAIL_WITH_NAME", Integer.MAX_VALUE,
            "Pictures.PICTURE_FILE", Integer.MAX_VALUE,
            "PublicUrl.NAME", 253,
            "PublicUrl.PRIVATE", 253);

    static Stream<KeptPattern> patterns() {
        return KeptPattern.in("news.platform.thirdparty", "news.platform.html");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void takesStepsInProportionToTheText(KeptPattern kept) {
        Integer longest = WHOLE.get(kept.name());
        if (longest == null) {
            kept.mustBeSoughtInProportion();
        } else {
            kept.mustMatchInProportion(longest);
        }
    }
}
