package news.platform.gateway.call;

import io.grpc.StatusRuntimeException;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.answer.Question;

/** Asks the service. */
final class GrpcOrigin implements Origin {

    private final Calls calls;
    private final Rendering rendering;

    GrpcOrigin(Calls calls, Rendering rendering) {
        this.calls = calls;
        this.rendering = rendering;
    }

    @Override
    public Answer ask(Question question) {
        try {
            var reply = calls.call(question.method(), question.request(), CallHeaders.of(question.caller()));
            return rendering.render(question.method(), question.binding(), reply, question.fields());
        } catch (StatusRuntimeException e) {
            return rendering.render(question.binding(), e);
        }
    }
}
