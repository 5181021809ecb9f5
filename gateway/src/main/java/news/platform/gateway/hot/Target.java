package news.platform.gateway.hot;

import com.google.protobuf.Message;
import java.util.Optional;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.security.Caller;

/** What an address asks for, read once, with the keys of its answers. */
public final class Target {

    private final Method method;
    private final HttpBinding binding;
    private final Message request;
    private final String fields;
    private final HotKey shared;
    private final HotKey full;

    Target(Method method, HttpBinding binding, Message request, String fields) {
        this.method = method;
        this.binding = binding;
        this.request = request;
        this.fields = fields;
        Question question = question(Optional.empty());
        this.shared = new HotKey(question, false);
        this.full = new HotKey(question, true);
    }

    Method method() {
        return method;
    }

    /** The path as the contract writes it. */
    String template() {
        return binding.template().text();
    }

    /** Of the answer that those get who have no rights. */
    public HotKey shared() {
        return shared;
    }

    /** Of the answer that those get to whom everything is open, where it is another. */
    HotKey full() {
        return full;
    }

    Question question(Optional<Caller> caller) {
        return new Question(method, binding, request, fields, caller, "");
    }
}
