package news.platform.gateway.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.route.Match;
import news.platform.gateway.route.Routes;
import news.platform.gateway.transcode.query.BoundQuery;
import news.platform.gateway.transcode.query.QueryBinder;
import org.jspecify.annotations.Nullable;

/** From the address as it came to what it asks for; addresses seen before are not read again. Bounded, thread-safe. */
public final class Targets {

    private static final int MAX_LENGTH = 2048;
    private static final int OVERHEAD = 600;

    private record Address(String path, @Nullable String query) {

        int length() {
            return path.length() + (query == null ? 0 : query.length());
        }
    }

    private final Routes routes;
    private final QueryBinder binder;
    private final HotMethods methods;
    private final Cache<Address, Target> known;

    Targets(Routes routes, QueryBinder binder, HotMethods methods, long maxBytes) {
        this.routes = routes;
        this.binder = binder;
        this.methods = methods;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Address address, Target target) -> 2 * address.length() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /** Null where the ordinary chain must look: no route, not covered, or something is wrong with a parameter. */
    public @Nullable Target find(String rawPath, @Nullable String rawQuery) {
        Address address = new Address(rawPath, rawQuery);
        Target target = known.getIfPresent(address);
        return target != null ? target : read(address);
    }

    private @Nullable Target read(Address address) {
        if (address.length() > MAX_LENGTH
                || !(routes.match("GET", address.path()) instanceof Match.Found found)
                || methods.of(found.method()) == null) {
            return null;
        }
        try {
            BoundQuery bound = binder.bind(found.method(), found.binding(), found.values(), address.query());
            Target target = new Target(found.method(), found.binding(), bound.request(), bound.fields());
            known.put(address, target);
            return target;
        } catch (ProblemException e) {
            return null;
        }
    }
}
