package news.platform.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EdgeTest
class FieldRulesIT {

    @Autowired
    Contract contract;

    private final Set<Descriptor> messages = new HashSet<>();

    /** The document says the same as the validator, which is asked about empty messages. */
    @Test
    void callsRequiredWhatMayNotBeLeftOut() throws ValidationException {
        contract.methods().forEach(method -> collect(method.request().getDescriptorForType()));
        var validator = ValidatorFactory.newBuilder().buildWithDescriptors(List.copyOf(messages), false);

        for (var message : messages) {
            var refused = validator.validate(DynamicMessage.getDefaultInstance(message)).getViolations().stream()
                    .map(violation -> violation.toProto().getField().getElementsList())
                    .filter(path -> path.size() == 1)
                    .map(path -> path.getFirst().getFieldName())
                    .collect(Collectors.toSet());

            assertThat(message.getFields())
                    .as(message.getFullName())
                    .filteredOn(FieldRules::required)
                    .extracting(FieldDescriptor::getName)
                    .containsExactlyInAnyOrderElementsOf(refused);
        }
        assertThat(messages).hasSizeGreaterThan(20);
    }

    private void collect(Descriptor message) {
        if (messages.add(message)) {
            message.getFields().stream()
                    .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                    .forEach(field -> collect(field.getMessageType()));
        }
    }
}
