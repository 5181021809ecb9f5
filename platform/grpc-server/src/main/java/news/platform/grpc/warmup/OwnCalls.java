package news.platform.grpc.warmup;

import java.util.Set;

/** Which of its own methods a service may call itself: some while it warms up, none before and after. Thread-safe. */
public final class OwnCalls {
    private volatile Set<String> methods = Set.of();

    OwnCalls() {}

    /** Whether the service may call this method of its own now; {@code method} as {@code package.Service/Method}. */
    public boolean allows(String method) {
        return methods.contains(method);
    }

    void open(Set<String> methods) {
        this.methods = Set.copyOf(methods);
    }

    void close() {
        methods = Set.of();
    }
}
