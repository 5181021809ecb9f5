package news.platform.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {
    @Test
    void startsEverythingWhenNothingIsSaid() {
        UpOptions options = UpOptions.parse(List.of());

        assertThat(options.wants("content", false)).isTrue();
        assertThat(options.edgeProperties()).isEmpty();
        assertThat(options.listening()).isEqualTo(new Listening("127.0.0.1", 0));
    }

    @Test
    void startsOnlyWhatIsNamedAndTheEdge() {
        UpOptions options = UpOptions.parse(List.of("--only", "content,user"));

        assertThat(options.wants("user", false)).isTrue();
        assertThat(options.wants("thirdparty", false)).isFalse();
        assertThat(options.wants("gateway", true)).isTrue();
    }

    @Test
    void startsLittleWithWhatElseIsNamed() {
        UpOptions options = UpOptions.parse(List.of("--only", "comment", "--light", "--port-offset", "10"));

        assertThat(List.of("user", "content", "livenews", "search", "thirdparty", "comment"))
                .allMatch(name -> options.wants(name, false));
        assertThat(List.of("ranking", "notification", "zipkin")).noneMatch(name -> options.wants(name, false));
        assertThat(options.listening().portOffset()).isEqualTo(10);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        assertThat(UpOptions.parse(List.of("--without", "zipkin")).wants("zipkin", false))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            --rate-scale 10
            --without zipkin
            --without thirdparty,zipkin
            --only content,user
            --only content,user,gateway
            """)
    void loadsTheSampleWhateverElseIsLeftOut(String option, String value) {
        assertThat(UpOptions.parse(List.of(option, value)).wantsSample("content"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            --without content
            --without user,zipkin
            --without gateway
            --only content
            --only thirdparty
            """)
    void loadsNoSampleWithoutWhatItNeeds(String option, String value) {
        assertThat(UpOptions.parse(List.of(option, value)).wantsSample("content"))
                .isFalse();
    }

    @Test
    void hasTheEdgeScaleItsLimits() {
        assertThat(UpOptions.parse(List.of("--rate-scale", "100")).edgeProperties())
                .containsEntry("news.gateway.guard.rate-scale", "100");
    }

    @Test
    void hasTheEdgeListenWhereItIsTold() {
        UpOptions options = UpOptions.parse(List.of("--port-offset", "7", "--host", "0.0.0.0"));

        assertThat(options.listening()).isEqualTo(new Listening("0.0.0.0", 7));
        assertThat(options.listening().reachableHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "--rate-scale,0",
        "--rate-scale,many",
        "--port-offset,-1",
        "--port-offset,x",
        "--host,example.com",
        "--host,192.0.2.7",
        "--colour,red"
    })
    void refusesWhatMakesNoSense(String option, String value) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(option, value)))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining(option);
    }

    @Test
    void refusesAnOptionWithoutAValue() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--only"))).hasMessageStartingWith("--only takes a value");
    }
}
