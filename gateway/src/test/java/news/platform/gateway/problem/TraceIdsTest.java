package news.platform.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceIdsTest {

    @Test
    void makesAnotherIdEachTime() {
        assertThat(TraceIds.fresh()).matches("[0-9a-f]{32}").isNotEqualTo(TraceIds.fresh());
    }
}
