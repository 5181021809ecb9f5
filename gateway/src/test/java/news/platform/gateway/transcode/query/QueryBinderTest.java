package news.platform.gateway.transcode.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.stream.Stream;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.testing.SharedRows;
import news.platform.testing.v1.Everything;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class QueryBinderTest {

    @TestFactory
    Stream<DynamicTest> bindsEveryOwnRow() {
        return SharedRows.own("/transcoding/bindings.jsonl").map(QueryBinderTest::row);
    }

    @TestFactory
    Stream<DynamicTest> bindsEverySharedRow() {
        return SharedRows.lines("bindings.jsonl").map(QueryBinderTest::row);
    }

    @Test
    void normalisesTheWantedFields() {
        assertThat(bind("fields=string_value,nested.boolValue,nested.boolValue").fields())
                .isEqualTo("nested.boolValue,stringValue");
        assertThat(bind("fields=nested,nested.boolValue").fields()).isEqualTo("nested");
        assertThat(bind("fields=").fields()).isEmpty();
    }

    @Test
    void refusesWantedFieldsThatTheAnswerDoesNotHave() {
        assertThatThrownBy(() -> bind("fields=stringValue,nosuch"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("fields"));
    }

    private static DynamicTest row(JsonNode row) {
        return DynamicTest.dynamicTest(row.get("id").asString(), () -> check(row));
    }

    private static void check(JsonNode row) throws InvalidProtocolBufferException {
        var query = row.get("query").asString();
        if (row.has("errorField")) {
            assertThatThrownBy(() -> bind(query)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().status()).isEqualTo(400);
                assertThat(SharedRows.alternatives(row.get("errorField").asString()))
                        .contains(e.problem().errors().getFirst().field());
            });
            return;
        }
        var expected = Everything.newBuilder();
        JsonFormat.parser().merge(row.get("expect").toString(), expected);

        assertThat(bind(query).request()).isEqualTo(expected.build());
    }

    private static BoundQuery bind(String query) {
        return EverythingFixtures.BINDER.bind(EverythingFixtures.METHOD, EverythingFixtures.BINDING, List.of(), query);
    }
}
