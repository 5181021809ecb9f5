package news.platform.grpc.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import news.platform.policy.Policies;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;

class OwnCallTest {
    private final Policies policies = new Policies(Map.of());

    @Test
    void asksNothingWhereItMay() {
        assertThat(OwnCall.of(ProbeServiceGrpc.getGetPublicMethod()).request())
                .isEqualTo(ProbeRequest.getDefaultInstance());
    }

    @Test
    void asksForNobodyWhereATextIsWanted() throws DescriptorValidationException {
        var id = StringRules.newBuilder().setMinLen(1).setMaxLen(64);
        var symbols = RepeatedRules.newBuilder()
                .setMinItems(1)
                .setItems(FieldRules.newBuilder()
                        .setString(StringRules.newBuilder().setMinLen(1).setMaxLen(20)));
        var empty = request(
                field("id", Label.LABEL_OPTIONAL, FieldRules.newBuilder().setString(id)),
                field("symbols", Label.LABEL_REPEATED, FieldRules.newBuilder().setRepeated(symbols)),
                field("note", Label.LABEL_OPTIONAL, FieldRules.newBuilder()));

        var filled = OwnCall.filled(empty);

        assertThat(filled.getAllFields().values())
                .containsExactly("00000000-0000-0000-0000-000000000000", List.of("0"));
    }

    @Test
    void callsOnlyWhatAnybodyMayReadAtOnce() {
        assertThat(ProbeServiceGrpc.getServiceDescriptor().getMethods().stream()
                        .filter(method -> OwnCall.isHarmless(method, policies))
                        .map(MethodDescriptor::getBareMethodName))
                .containsExactlyInAnyOrder("GetPublic", "GetOptional");
    }

    @Test
    void leavesOutWhatAnOperatorHasClosed() {
        policies.override(Map.of("news.platform.probe.v1.ProbeService/GetOptional", Map.of("access", "user")));

        assertThat(OwnCall.isHarmless(ProbeServiceGrpc.getGetOptionalMethod(), policies))
                .isFalse();
    }

    private static DynamicMessage request(FieldDescriptorProto.Builder... fields) throws DescriptorValidationException {
        var message = DescriptorProto.newBuilder().setName("Request");
        for (int i = 0; i < fields.length; i++) {
            message.addField(fields[i].setNumber(i + 1));
        }
        var file = FileDescriptorProto.newBuilder().setName("request.proto").addMessageType(message);
        return DynamicMessage.getDefaultInstance(
                FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]).findMessageTypeByName("Request"));
    }

    private static FieldDescriptorProto.Builder field(String name, Label label, FieldRules.Builder rules) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setLabel(label)
                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                .setOptions(FieldOptions.newBuilder().setExtension(ValidateProto.field, rules.build()));
    }
}
