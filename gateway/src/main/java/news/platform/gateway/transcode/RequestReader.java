package news.platform.gateway.transcode;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.request.Conditions;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.query.QueryBinder;

/** A whole HTTP request becomes a valid request message. Thread-safe. */
public final class RequestReader {

    private static final int MAX_ALTERNATIVES = 8;
    private static final byte[] NOTHING = {};

    private final QueryBinder query;
    private final Json json;
    private final RequestRules rules;
    private final BodyBytes bodies;

    RequestReader(QueryBinder query, Json json, RequestRules rules, BodyBytes bodies) {
        this.query = query;
        this.json = json;
        this.rules = rules;
        this.bodies = bodies;
    }

    /** Refuses what is malformed or outside the rules of the contract. */
    public BoundRequest read(Method method, HttpBinding binding, List<String> pathValues, HttpServletRequest http)
            throws IOException {
        var request = method.request().newBuilderForType();
        body(method, binding, request, http);
        var fields = query.query(method, binding, request, http.getQueryString());
        query.path(binding, pathValues, request);
        var alternatives = alternatives(binding, request, http);
        alternatives.forEach(one -> check(one, binding));
        return new BoundRequest(alternatives, fields);
    }

    private void check(Message request, HttpBinding binding) {
        try {
            rules.check(request);
        } catch (ProblemException e) {
            throw BodyPaths.relative(e.problem(), binding).asException();
        }
    }

    /**
     * The same for a stream: {@code Last-Event-ID}, or {@code lastEventId} or {@code streamPosition} in the query, becomes the field by which the
     * client resumes.
     */
    public BoundStream readStream(
            Method method, HttpBinding binding, List<String> pathValues, HttpServletRequest http) {
        var request = method.request().newBuilderForType();
        var resume = Resume.of(http);
        query.query(method, binding, request, resume.query());
        query.path(binding, pathValues, request);
        var field = method.policy().stream()
                .map(stream -> method.request().getDescriptorForType().findFieldByName(stream.getResumeField()))
                .orElse(null);
        // where there is nothing to resume from, whoever comes back is told how things stand
        if (field != null && !resume.lastEventId().isEmpty()) {
            query.set(request, field, resume.name(), resume.lastEventId());
        }
        var bound = request.build();
        try {
            rules.check(bound);
        } catch (ProblemException e) {
            throw field == null || resume.name().isEmpty()
                    ? e
                    : BodyPaths.named(e.problem(), field.getJsonName(), resume.name())
                            .asException();
        }
        // a list that nothing was in begins at zero
        boolean resumes = field != null
                && (!resume.lastEventId().isEmpty() || !bound.getField(field).equals(field.getDefaultValue()));
        return new BoundStream(bound, resumes);
    }

    private void body(Method method, HttpBinding binding, Message.Builder request, HttpServletRequest http)
            throws IOException {
        switch (binding.body()) {
            case Body.None() -> empty(method, binding, http);
            case Body.Whole() -> {
                byte[] body = bodies.read(http, method);
                if (body.length > 0) {
                    json.read(body, request);
                }
            }
            case Body.Part part -> part(binding, part, request, bodies.read(http, method), http);
        }
    }

    /** What stands where nobody reads it would be lost without a word; what reads have there means nothing (RFC 9110, 9.3.1). */
    private void empty(Method method, HttpBinding binding, HttpServletRequest http) throws IOException {
        byte[] body = binding.httpMethod().equals("GET") ? NOTHING : bodies.read(http, method);
        if (body.length > 0) {
            json.read(body, Empty.newBuilder());
        }
    }

    private void part(
            HttpBinding binding, Body.Part part, Message.Builder request, byte[] body, HttpServletRequest http) {
        if (body.length == 0) {
            return;
        }
        if (part.raw()) {
            request.setField(
                    part.field(),
                    HttpBody.newBuilder()
                            .setContentType(Objects.requireNonNullElse(http.getContentType(), ""))
                            .setData(ByteString.copyFrom(body))
                            .build());
            return;
        }
        var inner = request.getFieldBuilder(part.field());
        if (binding.updateMask().isEmpty()) {
            json.read(body, inner);
            return;
        }
        var sent = json.readNaming(body, inner);
        request.setField(binding.updateMask().get(), mask(sent));
    }

    private static FieldMask mask(List<FieldDescriptor> sent) {
        return FieldMask.newBuilder()
                .addAllPaths(sent.stream().map(FieldDescriptor::getName).collect(Collectors.toList()))
                .build();
    }

    private static List<Message> alternatives(HttpBinding binding, Message.Builder request, HttpServletRequest http) {
        if (binding.etag().isEmpty()) {
            return List.of(request.build());
        }
        Conditions.requireNoneMatchAbsent(http);
        var tags = Conditions.strongTags(http);
        if (tags.isEmpty()) {
            return List.of(request.build());
        }
        var etags = tags.get().stream()
                .map(EntityTags::own)
                .filter(etag -> !etag.isEmpty() && etag.length() <= EntityTags.MAX_LENGTH)
                .distinct()
                .toList();
        if (etags.size() > MAX_ALTERNATIVES) {
            throw RequestHeader.IF_MATCH.refuse("must name at most %d tags".formatted(MAX_ALTERNATIVES));
        }
        if (etags.isEmpty()) {
            throw Conditions.failed();
        }
        return etags.stream()
                .map(etag -> request.setField(binding.etag().get(), etag).build())
                .toList();
    }
}
