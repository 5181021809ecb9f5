package news.platform.gateway.hot.memory;

import com.google.protobuf.Message;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.HttpBinding;
import news.platform.security.EntitlementClass;
import org.jspecify.annotations.Nullable;

/**
 * What makes two answers the same: the method, the way it is reached, the bound request, the wanted fields and, where the
 * contract says so, the asker's class. The request message is its own normal form: order and defaults are gone from it.
 */
public final class HotKey {

    private final String method;
    private final HttpBinding binding;
    private final Message request;
    private final String fields;
    private final @Nullable EntitlementClass entitlement;
    private final int hash;

    public HotKey(Question question, @Nullable EntitlementClass entitlement) {
        this.method = question.method().name();
        this.binding = question.binding();
        this.request = question.request();
        this.fields = question.fields();
        this.entitlement = entitlement;
        int ordinal = entitlement == null ? -1 : entitlement.ordinal();
        this.hash = ((method.hashCode() * 31 + request.hashCode()) * 31 + fields.hashCode()) * 31 + ordinal;
    }

    public String method() {
        return method;
    }

    public @Nullable EntitlementClass entitlement() {
        return entitlement;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        // bindings exist once each
        return other instanceof HotKey key
                && hash == key.hash
                && entitlement == key.entitlement
                && binding == key.binding
                && method.equals(key.method)
                && fields.equals(key.fields)
                && request.equals(key.request);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return method + "[" + entitlement + "]";
    }
}
