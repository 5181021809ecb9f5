package news.platform.topology;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain HTTP of a service that the gateway passes on as it is, and all that its HTTP port answers.
 *
 * @param path a literal segment, then literals, {@code *} or a name in braces for one segment, at the end {@code **} for any
 *     number of them, e.g. {@code /media/{id}} or {@code /oauth2/**}; no two routes have the same one
 * @param methods which are passed on, one at least; HEAD goes where GET goes
 * @param access who may ask. Default: USER, so that a forgotten field closes
 * @param roles with ROLES, of which the caller needs one
 * @param rate the token bucket class, a value of the contract's {@code Rate} without its prefix. Default: READ where there is
 *     only GET, else WRITE
 * @param maxBodyKilobytes the longest body. Default: 0, none
 * @param cache what {@code Cache-Control} says of a success. Default: no-store
 * @param inside whether other services ask for it, too; else the gateway alone
 * @param summary what it is, for the API's documentation, which then has it. Default: empty, it is not documented
 * @param produces the media types of what it answers, for the same. Default: none is said
 */
public record Route(
        String path,
        List<String> methods,
        Access access,
        List<String> roles,
        String rate,
        int maxBodyKilobytes,
        String cache,
        boolean inside,
        String summary,
        List<String> produces) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READ_ONLY = Set.of("GET");
    private static final Pattern PATH =
            Pattern.compile("/(?!actuator(/|$))[A-Za-z0-9._~-]+(/(\\*|\\{[a-z]\\w*}|[A-Za-z0-9._~-]+))*(/\\*\\*)?");
    private static final String NO_STORE = "no-store";
    private static final int MAX_BODY = 16 * 1024;

    public Route {
        methods = List.copyOf(methods);
        access = Objects.requireNonNullElse(access, Access.USER);
        roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
        boolean reads = READ_ONLY.containsAll(methods);
        rate = Objects.requireNonNullElse(rate, reads ? "READ" : "WRITE");
        cache = Objects.requireNonNullElse(cache, NO_STORE);
        summary = Objects.requireNonNullElse(summary, "");
        produces = List.copyOf(Objects.requireNonNullElse(produces, List.of()));
        Checks.require(
                PATH.matcher(path).matches(),
                "path",
                path,
                "literal segments, *, {name}, ** at the end; not management");
        Checks.require(!methods.isEmpty() && METHODS.containsAll(methods), "methods", methods, "some of " + METHODS);
        Checks.require(
                roles.isEmpty() == (access != Access.ROLES), path + ".roles", roles, "with ROLES, and only there");
        Checks.require(
                maxBodyKilobytes >= 0 && maxBodyKilobytes <= (reads ? 0 : MAX_BODY),
                path + ".maxBodyKilobytes",
                maxBodyKilobytes,
                "0 to " + MAX_BODY + ", 0 where there is only GET");
        Checks.require(
                cache.equals(NO_STORE) || access == Access.PUBLIC && reads,
                path + ".cache",
                cache,
                NO_STORE + " but for what anybody reads");
        Checks.require(
                summary.isEmpty() || !path.contains("*"), path + ".summary", summary, "with a name for each segment");
        Checks.require(!inside || access == Access.PUBLIC, path + ".inside", true, "PUBLIC: services have no tokens");
    }

    /** Who may ask. */
    public enum Access {
        /** Anyone; a token is not looked at, nor passed on. */
        PUBLIC,
        /** A valid token. */
        USER,
        /** A valid token with one of the roles. */
        ROLES
    }
}
