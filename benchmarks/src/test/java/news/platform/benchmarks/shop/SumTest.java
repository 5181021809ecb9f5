package news.platform.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SumTest {
    private static Sum read(Sum sum) {
        return Sum.of(new JsonMapper().valueToTree(sum.message()));
    }

    @Test
    void countsInTheSmallestUnitOfEachCurrency() {
        assertThat(new Sum("KWD", 1501).message())
                .isEqualTo(Map.of("currencyCode", "KWD", "units", "1", "nanos", 501_000_000));
        assertThat(read(new Sum("CNY", 3099))).isEqualTo(new Sum("CNY", 3099));
        assertThat(read(new Sum("JPY", 601))).isEqualTo(new Sum("JPY", 601));
        assertThat(read(new Sum("CNY", -1))).isEqualTo(new Sum("CNY", -1));
    }
}
