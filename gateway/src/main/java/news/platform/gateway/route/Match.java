package news.platform.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.plain.Plain;
import news.platform.policy.Policy;

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

    /**
     * Plain HTTP of a service.
     *
     * @param plain which
     */
    record Passed(Plain plain) implements Match {}

    /** Nothing that is known. */
    record Nothing() implements Match {}

    /** By which rules it is asked for; empty where it leads nowhere. */
    default Optional<Policy> policy() {
        return switch (this) {
            case Found(var method, var _, var _) -> Optional.of(method.policy());
            case Passed(var plain) -> Optional.of(plain.policy());
            case WrongMethod _, Nothing _ -> Optional.empty();
        };
    }

    /** What it leads to, as it is counted, traced and written into logs; empty where it leads nowhere. */
    default Optional<String> name() {
        return switch (this) {
            case Found(var method, var _, var _) -> Optional.of(method.name());
            case Passed(var plain) -> Optional.of(plain.name());
            case WrongMethod _, Nothing _ -> Optional.empty();
        };
    }
}
