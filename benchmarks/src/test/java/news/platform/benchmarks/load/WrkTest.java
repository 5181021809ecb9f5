package news.platform.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String OUTPUT = """
            Running 3s test @ http://127.0.0.1:8080/
              Latency Distribution
                 50%  850.00us
                 75%    1.17ms
                 99%    1.56s
              33 requests in 3.08s, 26.65KB read
              Socket errors: connect 0, read 1, write 0, timeout 2
              Non-2xx or 3xx responses: 4
            Requests/sec:     10.70
            """;

    @Test
    void readsRatesLatenciesAndFailures() {
        Shot shot = Wrk.parse(OUTPUT);

        assertThat(shot).isEqualTo(new Shot(10.70, 33, 0.85, 1560, 7));
    }

    @Test
    void complainsWhenWrkSaysSomethingElse() {
        assertThatThrownBy(() -> Wrk.parse("unable to connect"))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("unable to connect");
    }

    @Test
    void asksEachOfAMixWithItsOwnHeaders() {
        Scenario tagged = new Scenario("tagged", "/a", "a", List.of("If-None-Match: \"v1\""), 0);
        Scenario cold = new Scenario("cold", "/b?to=#Z", "b", List.of(), 0);

        assertThat(Wrk.script(List.of(tagged, cold), 100))
                .startsWith("local n = 100\n")
                .contains("{ path = \"/a\", headers = { [\"If-None-Match\"] = \"\\\"v1\\\"\" }, changing = false }")
                .contains("{ path = \"/b?to=#Z\", headers = {  }, changing = true }");
    }
}
