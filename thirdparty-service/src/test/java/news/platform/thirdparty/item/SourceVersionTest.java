package news.platform.thirdparty.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "9, 10",
        "1.9, 1.10",
        "v9, v10",
        "1, 1.1",
        "2024-05-06T07:08:09Z, 2024-05-06T07:08:10Z",
        "a, b",
        "99999999999999999998, 99999999999999999999",
        "1.0-alpha, 1.0-beta"
    })
    void comparesAsPeopleReadIt(String earlier, String later) {
        assertThat(new SourceVersion(earlier)).isLessThan(new SourceVersion(later));
        assertThat(new SourceVersion(later)).isGreaterThan(new SourceVersion(earlier));
    }

    @Test
    void takesNumbersForEqualWhateverTheirLeadingZeros() {
        assertThat(new SourceVersion("007")).isEqualByComparingTo(new SourceVersion("7"));
        assertThat(new SourceVersion("0")).isEqualByComparingTo(new SourceVersion("00"));
    }
}
