package news.platform.gateway.route;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.error.ErrorStatuses;
import news.platform.gateway.answer.AnswerCache;
import news.platform.gateway.answer.Question;
import news.platform.gateway.call.CallHeaders;
import news.platform.gateway.call.Calls;
import news.platform.gateway.call.Rendering;
import news.platform.gateway.call.Reply;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.guard.Toll;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.request.Accepted;
import news.platform.gateway.signal.EdgeSignals;
import news.platform.gateway.stream.Streams;
import news.platform.gateway.transcode.BodyPaths;
import news.platform.gateway.transcode.BoundRequest;
import news.platform.gateway.transcode.RequestReader;
import news.platform.security.Caller;

/**
 * Where a proxy would pass the request on, this calls a gRPC method: pays, reads, validates, calls, renders. Thread-safe.
 */
final class GrpcHandler {

    private static final List<String> EVENTS = List.of("text/event-stream");
    private static final int STALE = 412;
    private static final int UNAVAILABLE = 503;

    private final Toll toll;
    private final RequestReader reader;
    private final Calls calls;
    private final Rendering rendering;
    private final Streams streams;
    private final Optional<AnswerCache> cache;
    private final EdgeSignals signals;

    GrpcHandler(Toll toll, RequestReader reader, Calls calls, Rendering rendering, Others others) {
        this.toll = toll;
        this.reader = reader;
        this.calls = calls;
        this.rendering = rendering;
        this.streams = others.streams();
        this.cache = others.cache();
        this.signals = others.signals();
    }

    /** What only some methods need. */
    record Others(Streams streams, Optional<AnswerCache> cache, EdgeSignals signals) {}

    /** One request whose rate is paid. */
    private record Visit(
            Match.Found found,
            Optional<Caller> caller,
            String address,
            HttpServletRequest request,
            HttpServletResponse response) {

        Method method() {
            return found.method();
        }

        HttpBinding binding() {
            return found.binding();
        }
    }

    void handle(Match.Found found, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var visit = new Visit(found, caller, toll.address(request), request, response);
        try {
            toll.rate(found.method().policy(), caller.orElse(null), visit.address(), Headers.of(request, response));
            if (found.method().streaming()) {
                stream(visit);
            } else {
                unary(visit);
            }
        } catch (ProblemException e) {
            ProblemWriter.write(request, response, e.problem());
        }
    }

    private void unary(Visit visit) throws IOException {
        var method = visit.method();
        Accepted.require(visit.request(), method.produces());
        var key = IdempotencyKeys.of(method.policy().idempotencyKey(), visit.request());
        var bound = reader.read(method, visit.binding(), visit.found().values(), visit.request());
        if (method.policy().signal()) {
            signals.take(bound.request(), visit.caller(), visit.address(), visit.request(), visit.response());
            return;
        }
        if (visit.binding().httpMethod().equals("GET")
                && cache.isPresent()
                && cache.get().covers(method)) {
            var question = new Question(
                    method, visit.binding(), bound.request(), bound.fields(), visit.caller(), visit.address());
            cache.get().answer(question, visit.request(), visit.response());
            return;
        }
        call(visit, bound, key);
    }

    private void call(Visit visit, BoundRequest bound, Optional<String> key) throws IOException {
        var headers = CallHeaders.of(visit.method(), visit.caller(), visit.address(), key, visit.request());
        var reply = placed(visit, () -> firstCurrent(visit.method(), bound.alternatives(), headers));
        if (reply.replayed()) {
            visit.response().setHeader("Idempotent-Replayed", "true");
        }
        var answer = rendering.render(visit.method(), visit.binding(), reply, bound.fields());
        AnswerWriter.write(
                answer, visit.method().policy(), visit.caller().isPresent(), visit.request(), visit.response());
    }

    /** A service knows one etag a request; each is compared where the change is made, so no two changes can meet. */
    private Reply firstCurrent(Method method, List<Message> alternatives, Metadata headers) {
        for (var request : alternatives.subList(0, alternatives.size() - 1)) {
            try {
                return calls.call(method, request, headers);
            } catch (StatusRuntimeException e) {
                if (ErrorStatuses.read(e).httpStatus() != STALE) {
                    throw e;
                }
            }
        }
        return calls.call(method, alternatives.getLast(), headers);
    }

    private void stream(Visit visit) throws IOException {
        Accepted.require(visit.request(), EVENTS);
        var bound =
                reader.readStream(visit.method(), visit.binding(), visit.found().values(), visit.request());
        var permit = toll.place(visit.method().name(), visit.method().policy());
        try {
            streams.open(
                    new Streams.Opening(
                            visit.method(), bound.request(), bound.resumes(), visit.caller(), visit.address()),
                    visit.request(),
                    visit.response());
        } finally {
            permit.leave();
        }
    }

    /** A call that failed for lack of time or room says that there are too many of them. */
    private Reply placed(Visit visit, Supplier<Reply> call) {
        try (var permit = toll.place(visit.method().name(), visit.method().policy())) {
            try {
                return call.get();
            } catch (StatusRuntimeException e) {
                var problem = BodyPaths.relative(Failures.of(e), visit.binding());
                if (problem.status() == UNAVAILABLE) {
                    permit.dropped();
                }
                throw problem.asException();
            }
        }
    }
}
