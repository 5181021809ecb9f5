package news.platform.fuzz.request;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.fuzz.contract.Limits;
import news.platform.fuzz.contract.Operation;
import news.platform.fuzz.contract.Operations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run gets behind the rules of fields only by requests that keep to them. */
class DraftsTest {
    private static final int DRAFTS = 300;
    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();
    private static final Known KNOWN =
            new Known(Map.of(), Map.of("channelId", List.of("markets"), "channelIds", List.of("markets")));

    static Stream<Operation> operations() {
        return Operations.read(List.of(Operations.CONTRACT)).stream()
                .filter(operation -> !operation.stream())
                .filter(operation -> operation.body().stream()
                        .anyMatch(body -> !body.getFullName().startsWith("google.")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void keepToTheRulesAndBearAddresses(Operation operation) {
        var body = operation.body().orElseThrow();
        var drafts = new Drafts("127.0.0.1:1", KNOWN);

        var good = IntStream.range(0, DRAFTS)
                .mapToObj(i -> drafts.good(operation, "", Dice.of(1, i, 0)).body())
                .map(json -> read(json, DynamicMessage.newBuilder(body)))
                .filter(message -> keepsTheRules(message, operation))
                .toList();

        assertThat(good).as("%s", operation).isNotEmpty();
        assertThat(good.stream()
                        .flatMap(message -> message.getAllFields().keySet().stream())
                        .filter(field -> Limits.of(field).url())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(body.getFields().stream()
                        .filter(field -> Limits.of(field).url())
                        .toList());
    }

    private static Message read(String json, Message.Builder message) {
        try {
            JsonFormat.parser().merge(new String(ByteText.bytes(json), StandardCharsets.UTF_8), message);
            return message.build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(json, e);
        }
    }

    /** What the path fills is not in the body. */
    private static boolean keepsTheRules(Message message, Operation operation) {
        var elsewhere =
                operation.variables().stream().map(FieldDescriptor::getName).toList();
        try {
            return VALIDATOR.validate(message).getViolations().stream()
                    .map(violation -> violation.toProto().getField().getElementsList())
                    // one of no field is of the message as a whole
                    .allMatch(path -> !path.isEmpty()
                            && elsewhere.contains(path.getFirst().getFieldName()));
        } catch (ValidationException e) {
            throw new AssertionError(e);
        }
    }
}
