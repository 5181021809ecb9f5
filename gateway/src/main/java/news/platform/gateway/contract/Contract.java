package news.platform.gateway.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every method that has a route, checked. Immutable. */
public final class Contract {

    private final List<Method> methods;
    private final Map<String, Method> byName;
    private final Comments comments;
    private final Reasons reasons;

    Contract(List<Method> methods, Comments comments, Reasons reasons) {
        this.methods = List.copyOf(methods);
        this.byName = methods.stream().collect(Collectors.toUnmodifiableMap(Method::name, Function.identity()));
        this.comments = comments;
        this.reasons = reasons;
        methods.forEach(reasons::of);
    }

    /** In the order of the descriptors. */
    public List<Method> methods() {
        return methods;
    }

    /** By its full name, for example {@code news.platform.content.v1.ArticleService/GetArticle}. */
    public Optional<Method> method(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Comments comments() {
        return comments;
    }

    public Reasons reasons() {
        return reasons;
    }
}
