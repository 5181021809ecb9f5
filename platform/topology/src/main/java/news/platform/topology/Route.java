package news.platform.topology;

import java.util.List;
import java.util.Set;

/**
 * Plain HTTP of a service that the gateway passes on as it is.
 *
 * @param path an absolute path pattern, e.g. {@code /oauth2/**}; no two services have the same one
 * @param methods which methods are passed on, one at least
 */
public record Route(String path, List<String> methods) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    public Route {
        methods = List.copyOf(methods);
        Checks.require(path.startsWith("/") && !path.equals("/**"), "path", path, "below /, and not everything");
        Checks.require(!methods.isEmpty() && METHODS.containsAll(methods), "methods", methods, "some of " + METHODS);
    }
}
