package news.platform.gateway.route;

import java.util.List;
import java.util.SortedSet;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;

/** What a path leads to. */
public sealed interface Match {

    /**
     * A method.
     *
     * @param method which
     * @param binding by which of its ways
     * @param values decoded, aligned with the binding's path variables
     */
    record Found(Method method, HttpBinding binding, List<String> values) implements Match {}

    /**
     * The path is known, but not with this HTTP method.
     *
     * @param allow the HTTP methods that it is known with
     */
    record WrongMethod(SortedSet<String> allow) implements Match {}

    /** Nothing of the contract. */
    record Nothing() implements Match {}
}
