package news.platform.error;

import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.ProtocolMessageEnum;
import news.platform.error.v1.ReasonProto;

/**
 * Why something was refused: the stable contract between a service and its callers, where the text of a message is not.
 * The reasons of a service are an enum of its contract whose values say their kind; what every service may answer is in
 * {@link news.platform.error.v1.PlatformReason}.
 */
public interface Reason {
    /** The reason as callers see it: upper case with underscores, e.g. {@code ARTICLE_NOT_FOUND}. */
    String name();

    /** What sort of refusal it is. */
    Kind kind();

    /**
     * The reason that a value of a contract's enum is.
     *
     * @throws IllegalArgumentException when the value has no kind
     */
    static Reason of(ProtocolMessageEnum value) {
        return of(value.getValueDescriptor().toProto());
    }

    /**
     * The reason that a value of a contract's enum is.
     *
     * @throws IllegalArgumentException when the value has no kind
     */
    static Reason of(EnumValueDescriptorProto value) {
        if (!value.getOptions().hasExtension(ReasonProto.kind)) {
            throw new IllegalArgumentException(
                    value.getName() + " is no reason (expected: option (news.platform.error.v1.kind))");
        }
        return new ContractReason(value.getName(), Kind.of(value.getOptions().getExtension(ReasonProto.kind)));
    }
}
