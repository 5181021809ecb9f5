package news.platform.gateway.hot.memory;

import com.google.protobuf.Message;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.HttpBinding;
import org.jspecify.annotations.Nullable;

/**
 * What makes two answers the same: the method, the way it is reached, the bound request, the wanted fields and, where the
 * contract says so, whether it is for those to whom everything is open. The request message is its own normal form: order and
 * defaults are gone from it.
 */
public final class HotKey {

    private final String method;
    private final HttpBinding binding;
    private final Message request;
    private final String fields;
    private final boolean full;
    private final int hash;

    /** @param full of the answer to those to whom everything is open, where it is another than everybody's */
    public HotKey(Question question, boolean full) {
        this.method = question.method().name();
        this.binding = question.binding();
        this.request = question.request();
        this.fields = question.fields();
        this.full = full;
        this.hash = ((method.hashCode() * 31 + request.hashCode()) * 31 + fields.hashCode()) * 31 + (full ? 1 : 0);
    }

    public String method() {
        return method;
    }

    /** Whether its answer is only for those to whom everything is open. */
    public boolean full() {
        return full;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        // bindings exist once each
        return other instanceof HotKey key
                && hash == key.hash
                && full == key.full
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
        return method + (full ? "[full]" : "");
    }
}
