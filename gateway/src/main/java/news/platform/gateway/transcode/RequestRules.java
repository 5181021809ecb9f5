package news.platform.gateway.transcode;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.List;
import news.platform.error.FieldViolation;
import news.platform.gateway.problem.Problem;
import news.platform.rule.BrokenRule;

/** The field rules of the contracts, compiled at start-up. Thread-safe. */
public final class RequestRules {

    private final Validator validator;

    RequestRules(Collection<Descriptor> requests) {
        try {
            this.validator = ValidatorFactory.newBuilder().buildWithDescriptors(List.copyOf(requests), false);
        } catch (CompilationException e) {
            throw new IllegalStateException("a field rule of the contracts cannot be compiled", e);
        }
    }

    /** Refuses with a 400 that names every field outside its rules. */
    public void check(Message request) {
        try {
            var result = validator.validate(request);
            if (!result.isSuccess()) {
                throw Problem.fields(result.getViolations().stream()
                                .map(violation -> BrokenRule.of(request, violation))
                                .map(broken -> new FieldViolation(
                                        broken.field().isEmpty() ? "body" : broken.field(), broken.message()))
                                .toList())
                        .asException();
            }
        } catch (ValidationException e) {
            throw new IllegalStateException("a field rule of the contracts cannot be run", e);
        }
    }
}
