package news.platform.ranking;

import java.util.stream.Stream;
import news.platform.test.KeptPattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternsTest {
    static Stream<KeptPattern> patterns() {
        return KeptPattern.in("news.platform.ranking");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void takesStepsInProportionToTheText(KeptPattern kept) {
        kept.mustBeSoughtInProportion();
    }
}
