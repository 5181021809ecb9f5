package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import build.buf.protovalidate.ValidatorFactory;
import com.google.protobuf.Timestamp;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRulesTest {
    private final RequestRules rules =
            new RequestRules(ValidatorFactory.newBuilder().build());

    @Test
    void acceptsWhatIsWithinItsRules() {
        ProbeRequest request = ProbeRequest.newBuilder()
                .setProbeText("0123456789")
                .addTextList("abc")
                .setProbeTime(Timestamp.newBuilder().setSeconds(253_402_300_799L))
                .build();

        assertThatCode(() -> rules.check(request)).doesNotThrowAnyException();
    }

    @Test
    void namesTheFieldAsTheJsonOfTheRequestDoes() {
        ProbeRequest request =
                ProbeRequest.newBuilder().setProbeText("0123456789x").build();

        DomainException refusal = refusal(request);

        assertThat(refusal.reason()).isEqualTo(Reason.of(PlatformReason.INVALID_FIELD));
        assertThat(refusal.violations()).extracting(FieldViolation::field).containsExactly("probeText");
        assertThat(refusal.message()).startsWith("probeText: ").doesNotContain("0123456789x");
    }

    @Test
    void namesEveryFieldThatIsWrongHoweverDeep() {
        ProbeRequest wrong = ProbeRequest.newBuilder()
                .setProbeText("0123456789x")
                .addTextList("ok")
                .addTextList("long")
                .build();

        assertThat(fields(ProbeRequest.newBuilder().addInnerProbes(wrong).build()))
                .containsExactlyInAnyOrder("innerProbes[0].probeText", "innerProbes[0].textList[1]");
    }

    @Test
    void refusesTheCharacterThatNoDatabaseKeepsWhereverItIs() {
        ProbeRequest request = ProbeRequest.newBuilder()
                .setProbeText("a\0b")
                .addTextList("\0")
                .putNamedTexts("name", "\0")
                .addInnerProbes(ProbeRequest.newBuilder().addTextList("a").addTextList("\0"))
                .build();

        assertThat(fields(request))
                .containsExactly("probeText", "textList[0]", "innerProbes[0].textList[1]", "namedTexts[0].value");
    }

    @ParameterizedTest
    @CsvSource({"-62135596801, 0", "253402300800, 0", "0, -1", "0, 1000000000"})
    void refusesATimeThatIsNone(long seconds, int nanos) {
        ProbeRequest request = ProbeRequest.newBuilder()
                .setProbeTime(Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos))
                .build();

        assertThat(fields(request)).containsExactly("probeTime");
    }

    private List<String> fields(ProbeRequest request) {
        return refusal(request).violations().stream().map(FieldViolation::field).toList();
    }

    private DomainException refusal(ProbeRequest request) {
        return catchThrowableOfType(DomainException.class, () -> rules.check(request));
    }
}
