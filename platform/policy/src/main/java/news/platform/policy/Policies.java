package news.platform.policy;

import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies in force: what the contract states, with an operator's overrides on top. Thread-safe and cheap: after the
 * first call for a method a look-up of its name. The same instance is answered until the overrides change, so a caller
 * may keep what it derives from a policy and compare by identity.
 *
 * <p>An override names a method by its full name, e.g. {@code news.platform.content.v1.ArticleService/GetArticle}, a field
 * as in policy.proto in any case style, e.g. {@code max-concurrent} or {@code cache.max-age}, and a value: enums by name
 * with or without their prefix, durations as {@code 500ms} or ISO 8601, roles by commas. Only what does not change a
 * method's meaning can be overridden: deadline, max-concurrent, rate, priority, fallback, the ages of a cache that the
 * contract has ({@code cache.max-age=0s} takes it away), and access and roles towards stricter. The result keeps the
 * {@link PolicyRules}. A method must be one whose generated code is on the class path.
 */
public final class Policies {
    private volatile Snapshot snapshot;

    /**
     * Starts with these overrides: by method, then by field.
     *
     * @throws IllegalArgumentException naming the method and the field that is unknown or impossible
     */
    public Policies(Map<String, Map<String, String>> overrides) {
        snapshot = Snapshot.of(overrides);
    }

    /** The policy in force for a method; for one that is not generated from a proto, an internal one. */
    public Policy of(MethodDescriptor<?, ?> method) {
        Snapshot current = snapshot;
        Policy known = current.resolved.get(method.getFullMethodName());
        return known != null ? known : current.resolve(method);
    }

    /** Whether the contract says that a method only reads, so that calling it twice does no harm. */
    public static boolean isSafe(MethodDescriptor<?, ?> method) {
        return Contracts.descriptor(method).map(Policy::isSafe).orElse(false);
    }

    /** The policy in force for a method. */
    public Policy of(Descriptors.MethodDescriptor method) {
        Snapshot current = snapshot;
        String name =
                MethodDescriptor.generateFullMethodName(method.getService().getFullName(), method.getName());
        return current.resolved.computeIfAbsent(name, absent -> Policy.of(method));
    }

    /**
     * Replaces all overrides at once: what is not named any more goes back to the contract. When anything is refused, the
     * old ones stay.
     *
     * @throws IllegalArgumentException naming the method and the field that is unknown or impossible
     */
    public void override(Map<String, Map<String, String>> overrides) {
        snapshot = Snapshot.of(overrides);
    }

    /** What is overridden now: by method, then by field. The same instance until the overrides change. */
    public Map<String, Map<String, String>> overrides() {
        return snapshot.overrides;
    }

    /** One set of overrides and what was resolved under it. */
    private record Snapshot(Map<String, Map<String, String>> overrides, ConcurrentHashMap<String, Policy> resolved) {
        static Snapshot of(Map<String, Map<String, String>> overrides) {
            Map<String, Policy> policies = new HashMap<>();
            overrides.forEach((method, fields) -> policies.put(method, PolicyOverride.apply(method, fields)));
            return new Snapshot(copy(overrides), new ConcurrentHashMap<>(policies));
        }

        private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> overrides) {
            Map<String, Map<String, String>> copy = new TreeMap<>();
            overrides.forEach((method, fields) -> copy.put(method, Collections.unmodifiableMap(new TreeMap<>(fields))));
            return Collections.unmodifiableMap(copy);
        }

        Policy resolve(MethodDescriptor<?, ?> method) {
            Policy policy = Contracts.descriptor(method).map(Policy::of).orElse(Policy.INTERNAL);
            Policy earlier = resolved.putIfAbsent(method.getFullMethodName(), policy);
            return earlier != null ? earlier : policy;
        }
    }
}
