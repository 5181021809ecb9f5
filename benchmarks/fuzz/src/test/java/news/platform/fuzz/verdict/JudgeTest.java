package news.platform.fuzz.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.platform.fuzz.request.Pair;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.wire.Answer;
import news.platform.fuzz.wire.Result;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final RawRequest WHOLE = new RawRequest(1, "a", new byte[10], List.of(), false, true, true);
    private static final RawRequest CUT = new RawRequest(1, "a", new byte[10], List.of(), false, false, false);

    private final Judge judge = new Judge();

    private static Answer problem(int status, String reason, Pair... more) {
        var headers = new ArrayList<>(List.of(more));
        headers.add(new Pair("Content-Type", "application/problem+json"));
        var body = "{\"status\":%d,\"reason\":\"%s\",\"traceId\":\"1\"}".formatted(status, reason);
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Answer json(String body) {
        return new Answer(
                200,
                List.of(new Pair("content-type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                false);
    }

    @Test
    void findsNothingWrongWithARefusal() {
        assertThat(judge.judge(WHOLE, problem(400, "INVALID_FIELD"))).isEmpty();
    }

    @Test
    void findsAServersOwnFaults() {
        for (int status : new int[] {500, 502, 504}) {
            assertThat(judge.judge(WHOLE, problem(status, "INTERNAL"))).contains(new Fault("status " + status));
        }
    }

    @Test
    void takesOverloadOnlyWithTheTimeToTryAgain() {
        assertThat(judge.judge(WHOLE, problem(503, "OVERLOADED", new Pair("Retry-After", "1"))))
                .isEmpty();
        assertThat(judge.judge(WHOLE, problem(503, "OVERLOADED"))).contains(new Fault("a 503 without Retry-After"));
        assertThat(judge.judge(WHOLE, problem(503, "UNAVAILABLE", new Pair("Retry-After", "1"))))
                .contains(new Fault("503 UNAVAILABLE"));
    }

    @Test
    void findsARefusalWithoutReason() {
        assertThat(judge.judge(WHOLE, problem(400, ""))).contains(new Fault("a 400 without reason"));
    }

    @Test
    void findsARefusalThatIsNoProblem() {
        assertThat(judge.judge(WHOLE, new Answer(404, List.of(), new byte[0], false)))
                .contains(new Fault("a 404 that is no problem+json"));
    }

    @Test
    void findsASuccessWithoutABody() {
        assertThat(judge.judge(WHOLE, json(""))).contains(new Fault("success whose body is not JSON"));
        assertThat(judge.judge(WHOLE, json("{}"))).isEmpty();
    }

    @Test
    void findsTheInsideInARefusal() {
        assertThat(judge.judge(WHOLE, problem(400, "java.lang.IllegalStateException")))
                .contains(new Fault("shows its inside"));
    }

    @Test
    void owesNoAnswerToHalfARequest() {
        assertThat(judge.judge(CUT, new Result.Closed("x"))).isEmpty();
        assertThat(judge.judge(WHOLE, new Result.Closed("x"))).contains(new Fault("closed without an answer"));
    }
}
