package news.platform.gateway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.transcode.json.ImpossibleValues;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.query.QueryBinder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** No moment and no duration that cannot be gets past the edge, whichever field of the contract it is for. */
@EdgeTest
class TimesIT {

    private static final int DEPTH = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Contract contract;

    @Autowired
    Json json;

    @Autowired
    QueryBinder query;

    @Autowired
    EdgeClient client;

    /** A field of a message, as clients write it, and the values that it must refuse. */
    private record Place(String path, List<String> values) {}

    @TestFactory
    Stream<DynamicTest> refusesThemInQueries() {
        return bindings().flatMap(one -> one.binding().queryFields().stream()
                .flatMap(field -> places(field, "", DEPTH))
                .map(place -> DynamicTest.dynamicTest(one + " " + place.path(), () -> place.values()
                        .forEach(value -> refused(
                                place.path(),
                                () -> query.query(
                                        one.method(),
                                        one.binding(),
                                        one.method().request().newBuilderForType(),
                                        place.path() + "=" + encoded(value)))))));
    }

    @TestFactory
    Stream<DynamicTest> refusesThemInBodies() {
        return bindings()
                .flatMap(one -> body(one).stream().flatMap(body -> places(body.getDescriptorForType(), "", DEPTH)
                        .map(place -> DynamicTest.dynamicTest(one + " " + place.path(), () -> place.values()
                                .forEach(value -> refused(
                                        place.path(),
                                        () -> json.read(document(place.path(), value), body.newBuilderForType())))))));
    }

    @Test
    void namesTheFieldToTheClient() {
        var inQuery = client.get("/api/v1/articles?from=2027-02-30T00:00:00Z");
        var inBody = client.post("/test/body", "{\"timestampValue\":\"2027-01-01T25:00:00Z\"}");
        var leap = client.get("/test/query?everything.timestampValue=2016-12-31T23:59:60Z");
        var noNumber = client.get("/test/query?everything.durationValue=xs");

        assertThat(List.of(inQuery.status(), inBody.status(), leap.status(), noNumber.status()))
                .containsOnly(400);
        assertThat(inQuery.errorField()).isEqualTo("from");
        assertThat(inBody.errorField()).isEqualTo("timestampValue");
        assertThat(noNumber.errorField()).isEqualTo("everything.durationValue");
    }

    private record Bound(Method method, HttpBinding binding) {

        @Override
        public String toString() {
            return binding.httpMethod() + " " + binding.template().text();
        }
    }

    private Stream<Bound> bindings() {
        return contract.methods().stream()
                .flatMap(method -> method.bindings().stream().map(binding -> new Bound(method, binding)));
    }

    private static List<Message> body(Bound one) {
        var request = one.method().request();
        return switch (one.binding().body()) {
            case Body.None() -> List.of();
            case Body.Whole() -> List.of(request);
            case Body.Part part when part.raw() -> List.of();
            case Body.Part part ->
                List.of(request.newBuilderForType()
                        .newBuilderForField(part.field())
                        .getDefaultInstanceForType());
        };
    }

    private static Stream<Place> places(Descriptor message, String before, int depth) {
        return message.getFields().stream().flatMap(field -> places(field, before, depth));
    }

    private static Stream<Place> places(FieldDescriptor field, String before, int depth) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || field.isRepeated()) {
            return Stream.empty();
        }
        var path = before + field.getJsonName();
        return switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> Stream.of(new Place(path, ImpossibleValues.times()));
            case "google.protobuf.Duration" -> Stream.of(new Place(path, ImpossibleValues.durations()));
            default -> depth == 1 ? Stream.empty() : places(field.getMessageType(), path + ".", depth - 1);
        };
    }

    private static byte[] document(String path, String value) {
        var names = path.split("\\.", -1);
        var text = JSON.writeValueAsString(value);
        for (int i = names.length - 1; i >= 0; i--) {
            text = "{\"" + names[i] + "\":" + text + "}";
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void refused(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().errors().getFirst().field())
                .isEqualTo(field));
    }
}
