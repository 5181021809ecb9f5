package news.platform.gateway.call;

import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.answer.Question;

/** Asks the service. */
final class GrpcOrigin implements Origin {

    private final Calls calls;
    private final Substitutes substitutes;
    private final Rendering rendering;

    GrpcOrigin(Calls calls, Substitutes substitutes, Rendering rendering) {
        this.calls = calls;
        this.substitutes = substitutes;
        this.rendering = rendering;
    }

    @Override
    public Answer ask(Question question) {
        try {
            var reply = calls.call(
                    question.method(), question.request(), CallHeaders.of(question.caller(), question.address()));
            return rendering.render(question.method(), question.binding(), reply, question.fields());
        } catch (StatusRuntimeException e) {
            return substitutes
                    .of(question, e)
                    .map(reply -> rendering.render(question.method(), question.binding(), reply, question.fields()))
                    .orElseGet(() -> rendering.render(question.binding(), e));
        }
    }

    @Override
    public Answer say(Question question, Answer answer, Message message) {
        return answer.saying(
                message, rendering.body(question.method(), question.binding(), message, question.fields()));
    }
}
