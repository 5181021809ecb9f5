package news.platform.gateway.call;

import com.google.api.HttpBody;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.transcode.BodyPaths;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.query.QueryBinder;

/** Replies and failures become answers: bytes and what must be said of them. Thread-safe. */
public final class Rendering {

    private static final String JSON = "application/json";

    private final Json json;
    private final QueryBinder query;
    private final Tracer tracer;

    Rendering(Json json, QueryBinder query, Tracer tracer) {
        this.json = json;
        this.query = query;
        this.tracer = tracer;
    }

    /** @param fields as {@code QueryBinder} normalised them */
    public Answer render(Method method, HttpBinding binding, Reply reply, String fields) {
        var shown = shown(binding, reply.message());
        boolean raw = shown instanceof HttpBody;
        return new Answer(
                reply.status(raw).orElse(method.policy().successStatus()),
                raw ? ((HttpBody) shown).getContentType() : JSON,
                reply.answerHeaders(),
                body(method, binding, reply.message(), fields),
                etag(shown),
                Optional.of(reply.message()),
                reply.noStore(),
                reply.maxAge(),
                reply.degraded(),
                reply.audience(),
                Optional.empty());
    }

    /** What clients get of the message. */
    byte[] body(Method method, HttpBinding binding, Message message, String fields) {
        return shown(binding, message) instanceof HttpBody bytes
                ? bytes.getData().toByteArray()
                : json.write(shown(binding, message), query.tree(binding, method, fields));
    }

    private static Message shown(HttpBinding binding, Message message) {
        return binding.responseBody()
                .map(field -> (Message) message.getField(field))
                .orElse(message);
    }

    /** A failed call as an answer, with the running trace's id. */
    public Answer render(HttpBinding binding, StatusRuntimeException failure) {
        var problem = BodyPaths.relative(Failures.of(failure), binding);
        var trailers = Objects.requireNonNullElseGet(failure.getTrailers(), Metadata::new);
        return new Answer(
                problem.status(),
                Problem.MEDIA_TYPE,
                Map.of(),
                problem.body(TraceIds.current(tracer)),
                "",
                Optional.empty(),
                Reply.noStore(trailers),
                Optional.empty(),
                List.of(),
                Reply.audience(trailers),
                Optional.ofNullable(problem.headers().get("Retry-After"))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds));
    }

    private static String etag(Message shown) {
        var field = shown.getDescriptorForType().findFieldByName("etag");
        return field == null || field.isRepeated() || field.getJavaType() != JavaType.STRING
                ? ""
                : (String) shown.getField(field);
    }
}
