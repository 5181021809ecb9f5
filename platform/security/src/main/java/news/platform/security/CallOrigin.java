package news.platform.security;

import io.grpc.Context;
import java.util.Optional;

/**
 * Where a call came from at the edge: the word of the gateway, believed of nobody else, so known only where it calls.
 *
 * @param address the client's address as the gateway saw it; empty when not known
 * @param userAgent the client's User-Agent; empty when not known
 */
public record CallOrigin(Optional<String> address, Optional<String> userAgent) {
    /** Where the context keeps the origin of the current call. */
    public static final Context.Key<CallOrigin> KEY = Context.key("news.platform.origin");
}
