package news.platform.gateway.route;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import news.platform.gateway.answer.AnswerCache;
import news.platform.gateway.answer.Question;
import news.platform.gateway.call.CallHeaders;
import news.platform.gateway.call.Calls;
import news.platform.gateway.call.Rendering;
import news.platform.gateway.guard.Admission;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.stream.Streams;
import news.platform.gateway.transcode.BodyPaths;
import news.platform.gateway.transcode.RequestReader;
import news.platform.security.Caller;

/**
 * Where a proxy would pass the request on, this calls a gRPC method: pays, reads, validates, calls, renders. Thread-safe.
 */
final class GrpcHandler {

    private static final int UNAVAILABLE = 503;

    private final Toll toll;
    private final RequestReader reader;
    private final Calls calls;
    private final Rendering rendering;
    private final Streams streams;
    private final Optional<AnswerCache> cache;

    GrpcHandler(Toll toll, RequestReader reader, Calls calls, Rendering rendering, StreamsAndCache rest) {
        this.toll = toll;
        this.reader = reader;
        this.calls = calls;
        this.rendering = rendering;
        this.streams = rest.streams();
        this.cache = rest.cache();
    }

    /** What only some methods need. */
    record StreamsAndCache(Streams streams, Optional<AnswerCache> cache) {}

    void handle(Match.Found found, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var address = toll.address(request);
            try (var permit = toll.pay(found.method(), caller.orElse(null), address, response)) {
                answer(new Visit(found, caller, address, permit), request, response);
            }
        } catch (ProblemException e) {
            ProblemWriter.write(request, response, e.problem());
        }
    }

    /** One request that was let in. */
    private record Visit(Match.Found found, Optional<Caller> caller, String address, Admission.Permit permit) {}

    private void answer(Visit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (visit.found().method().streaming()) {
                stream(visit, request, response);
            } else {
                unary(visit, request, response);
            }
        } catch (StatusRuntimeException e) {
            var problem = BodyPaths.relative(Failures.of(e), visit.found().binding());
            if (problem.status() == UNAVAILABLE) {
                visit.permit().dropped();
            }
            ProblemWriter.write(request, response, problem);
        }
    }

    private void unary(Visit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var method = visit.found().method();
        var binding = visit.found().binding();
        var policy = method.policy();
        Accepted.require(request, "application/json");
        var key = IdempotencyKeys.of(policy.idempotencyKey(), request);
        var bound = reader.read(method, binding, visit.found().values(), request);
        if (binding.httpMethod().equals("GET")
                && cache.isPresent()
                && cache.get().covers(method)) {
            var question = new Question(method, binding, bound.request(), bound.fields(), visit.caller());
            cache.get().answer(question, request, response);
            return;
        }
        var headers = CallHeaders.of(visit.caller(), visit.address(), key, request);
        var reply = calls.call(method, bound.request(), headers);
        if (reply.replayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        var answer = rendering.render(method, binding, reply, bound.fields());
        AnswerWriter.write(answer, policy, visit.caller().isPresent(), request, response);
    }

    private void stream(Visit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var method = visit.found().method();
        Accepted.require(request, "text/event-stream");
        if (request.getMethod().equals("HEAD")) {
            throw Problem.of(405, "METHOD_NOT_ALLOWED", "A stream has no head of its own.")
                    .with("Allow", "GET, OPTIONS")
                    .asException();
        }
        var bound =
                reader.readStream(method, visit.found().binding(), visit.found().values(), request);
        var headers = CallHeaders.of(visit.caller(), visit.address(), Optional.empty(), request);
        streams.serve(method, bound.request(), headers, response, visit.permit()::close);
    }
}
