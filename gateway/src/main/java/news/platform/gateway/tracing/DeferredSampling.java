package news.platform.gateway.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a client that may not force sampling which trace it belongs to, and not whether to record it: that stays open, so
 * that the process's own sampler decides. Everybody else is read as ever.
 */
final class DeferredSampling implements Propagator {

    private static final String B3 = "b3";
    private static final String W3C = "traceparent";

    private final Propagator inner;
    private final SamplingTrust trust;

    DeferredSampling(Propagator inner, SamplingTrust trust) {
        this.inner = inner;
        this.trust = trust;
    }

    @Override
    public List<String> fields() {
        return inner.fields();
    }

    @Override
    public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
        inner.inject(context, carrier, setter);
    }

    @Override
    public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
        return carrier instanceof HttpServletRequest request && !trust.mayForce(request)
                ? inner.extract(carrier, new Undecided<>(getter))
                : inner.extract(carrier, getter);
    }

    /** The headers without what they say on recording. W3C has no way to say nothing, so its ids are shown as B3. */
    private record Undecided<C>(Getter<C> getter) implements Getter<C> {

        @Override
        public @Nullable String get(C carrier, String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case W3C, "x-b3-sampled", "x-b3-flags" -> null;
                case B3 -> b3(carrier);
                default -> getter.get(carrier, name);
            };
        }

        private @Nullable String b3(C carrier) {
            var w3c = TraceParents.ids(getter.get(carrier, W3C));
            return w3c == null ? withoutDecision(getter.get(carrier, B3)) : w3c;
        }

        /** Of {@code <trace>-<span>-<decision>-<parent>} the first two; a decision alone is nothing. */
        private static @Nullable String withoutDecision(@Nullable String b3) {
            if (b3 == null) {
                return null;
            }
            var parts = b3.split("-", -1);
            return parts.length < 2 ? null : parts[0] + "-" + parts[1];
        }
    }
}
