package news.platform.persistence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.platform.error.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
    @ParameterizedTest
    @CsvSource({"0, 20", "1, 1", "100, 100", "101, 100", "2147483647, 100"})
    void isTwentyByDefaultAndAHundredAtMost(int requested, int size) {
        assertThat(new PageRequest(requested, "").size()).isEqualTo(size);
    }

    @Test
    void refusesANegativeSize() {
        assertThatThrownBy(() -> new PageRequest(-1, ""))
                .isInstanceOf(DomainException.class)
                .hasMessage("pageSize: -1 (expected: >= 0)");
    }
}
