package news.platform.gateway.hot;

import com.google.protobuf.Message;
import java.util.Optional;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import org.jspecify.annotations.Nullable;

/** What an address asks for, read once, with the key for each class of askers. */
public final class Target {

    private final Method method;
    private final HttpBinding binding;
    private final Message request;
    private final String fields;
    private final HotKey forAll;
    private final HotKey[] byClass;

    Target(Method method, HttpBinding binding, Message request, String fields) {
        this.method = method;
        this.binding = binding;
        this.request = request;
        this.fields = fields;
        Question question = question(Optional.empty());
        this.forAll = new HotKey(question, null);
        EntitlementClass[] classes = EntitlementClass.values();
        this.byClass = new HotKey[classes.length];
        for (EntitlementClass one : classes) {
            byClass[one.ordinal()] = new HotKey(question, one);
        }
    }

    Method method() {
        return method;
    }

    /** The path as the contract writes it. */
    String template() {
        return binding.template().text();
    }

    public HotKey key(@Nullable EntitlementClass entitlement) {
        return entitlement == null ? forAll : byClass[entitlement.ordinal()];
    }

    Question question(Optional<Caller> caller) {
        return new Question(method, binding, request, fields, caller);
    }
}
