package news.platform.gateway.call;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.edge.v1.Fallback;
import news.platform.gateway.answer.Question;
import news.platform.gateway.call.Substitution.Dated;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;

/**
 * What stands in for a list while its service cannot be had: the latest of other lists, merged. Only for what everybody gets, so
 * that one answer serves all who ask meanwhile. Thread-safe.
 */
final class Substitutes {

    private static final String PAGE_TOKEN = "page_token";

    private final Map<Method, List<Substitution>> byMethod;
    private final Calls calls;

    Substitutes(Contract contract, Calls calls) {
        this.byMethod = contract.methods().stream()
                .filter(method -> !method.policy().substitutes().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), method -> of(method, contract)));
        this.calls = calls;
    }

    private static List<Substitution> of(Method method, Contract contract) {
        return method.policy().substitutes().stream()
                .map(stated -> Substitution.of(method, stated, contract))
                .toList();
    }

    /** The answer to the question without its service; empty where there is none, or the failure is a refusal. */
    Optional<Reply> of(Question question, StatusRuntimeException failure) {
        var method = question.method();
        var substitutions = byMethod.get(method);
        if (substitutions == null
                || method.policy().fallback() != Fallback.FALLBACK_SUBSTITUTE
                || question.caller().isPresent()
                || !Calls.isDown(failure)
                || continues(question.request())) {
            return Optional.empty();
        }
        var headers = new Metadata();
        headers.put(CallHeaders.DEGRADED, method.callee() + "-service");
        var lists = substitutions.stream()
                .flatMap(one -> ask(one, question.request(), headers).stream()
                        .map(answer -> one.elements(answer, method.response().newBuilderForType())))
                .toList();
        return lists.isEmpty() ? Optional.empty() : Optional.of(new Reply(merged(method, lists), headers));
    }

    /** As many as the longest of the lists has. */
    private static Message merged(Method method, List<List<Dated>> lists) {
        var answer = method.response().newBuilderForType();
        lists.stream()
                .flatMap(List::stream)
                .sorted(Dated.LATEST_FIRST)
                .limit(lists.stream().mapToInt(List::size).max().orElse(0))
                .forEach(dated -> answer.addRepeatedField(dated.list(), dated.element()));
        return answer.build();
    }

    /** Empty where that service cannot be had either. */
    private Optional<Message> ask(Substitution substitution, Message request, Metadata headers) {
        try {
            var reply =
                    calls.call(substitution.asked(), substitution.request(request), CallHeaders.of(Optional.empty()));
            reply.degraded().forEach(service -> headers.put(CallHeaders.DEGRADED, service));
            return Optional.of(reply.message());
        } catch (StatusRuntimeException e) {
            headers.put(CallHeaders.DEGRADED, substitution.asked().callee() + "-service");
            return Optional.empty();
        }
    }

    private static boolean continues(Message request) {
        var token = request.getDescriptorForType().findFieldByName(PAGE_TOKEN);
        return token != null && !request.getField(token).equals("");
    }
}
