package news.platform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.platform.fuzz.contract.Operation;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.mutation.Mutation;
import news.platform.fuzz.mutation.Mutations;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Drafts;
import news.platform.fuzz.request.Known;
import news.platform.fuzz.request.RawRequest;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final List<Operation> OPERATIONS = Operations.read(List.of(Operations.CONTRACT));

    private static String text(RawRequest request) {
        return ByteText.of(request.bytes());
    }

    private static Requests requests(long seed) {
        return new Requests(seed, OPERATIONS, new Drafts("127.0.0.1:1", Known.NOTHING));
    }

    @Test
    void areTheSameForTheSameSeed() {
        for (long number = 0; number < 300; number++) {
            assertThat(requests(5).of(number).bytes())
                    .isEqualTo(requests(5).of(number).bytes());
        }
    }

    @Test
    void differWithTheSeed() {
        assertThat(requests(5).of(1).bytes()).isNotEqualTo(requests(6).of(1).bytes());
    }

    @Test
    void reachEveryOperationThatEndsAndEveryMutation() {
        List<RawRequest> all =
                LongStream.range(0, 4000).mapToObj(requests(1)::of).toList();

        assertThat(all.stream().map(RawRequest::operation).collect(Collectors.toSet()))
                .isEqualTo(OPERATIONS.stream()
                        .filter(operation -> !operation.stream())
                        .map(Operation::name)
                        .collect(Collectors.toSet()));
        Set<String> mutations = all.stream()
                .flatMap(request -> request.mutations().stream())
                .map(name -> name.substring(0, name.indexOf(':')))
                .collect(Collectors.toSet());
        assertThat(mutations)
                .isEqualTo(Mutations.all().stream().map(Mutation::name).collect(Collectors.toSet()));
    }

    @Test
    void comeWithoutAVersionToo() {
        assertThat(LongStream.range(0, 4000).mapToObj(requests(1)::of))
                .anySatisfy(request -> assertThat(text(request)).containsPattern("^[A-Z]+ \\S+ *\r\n"));
    }

    @Test
    void neverEndTheirCaller() {
        LongStream.range(0, 4000)
                .mapToObj(requests(2)::of)
                .filter(request -> request.operation().equals("ProfileService/DeleteProfile"))
                .map(RequestsTest::text)
                .forEach(text -> assertThat(text)
                        .doesNotContainPattern(
                                "DELETE /api/v1/me HTTP/1.1[\\s\\S]*\r\nAuthorization: Bearer \\{token:\\w+}\r\n"));
    }
}
