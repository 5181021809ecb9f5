package news.platform.benchmarks.fuzz;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.fuzz.wire.Tokens;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;

/** Accounts of the run's own, so that nothing happens to those of the demo. Safe for several threads. */
final class FuzzAccounts implements Tokens {
    private static final List<String> ROLES = List.of("reader", "editor", "admin");
    private static final String TARGET = "target";
    private static final int NEW = 10;
    private static final Duration GOOD = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Edge edge;
    private final String admin;
    private final String password;
    private final String run;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private record Held(String token, long since) {
        boolean olderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    private FuzzAccounts(Edge edge, String admin) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        this.edge = edge;
        this.admin = admin;
        this.run = HexFormat.of().formatHex(random);
        this.password = "fuzz-" + run;
    }

    /**
     * Registers them.
     *
     * @param admin a token of one who may give roles
     */
    static FuzzAccounts register(Edge edge, String admin) {
        FuzzAccounts accounts = new FuzzAccounts(edge, admin);
        ROLES.forEach(accounts::register);
        accounts.register(TARGET);
        return accounts;
    }

    private void register(String role) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Fuzz %s\"}"
                .formatted(email(role), password, role);
        String id =
                ok(edge.post("/api/v1/users", body, Map.of())).json().path("id").asString();
        ids.put(role, id);
        if (role.equals("editor") || role.equals("admin")) {
            String roles = "{\"roles\":[\"reader\",\"%s\"]}".formatted(role);
            ok(edge.send("PUT", "/api/v1/users/" + id + "/roles", roles, bearer(admin)));
        }
    }

    private String email(String role) {
        return "fuzz-" + role + "-" + run + "@example.com";
    }

    /** The account that may be hurt: nobody of the run acts as it. */
    String targetId() {
        return ids.getOrDefault(TARGET, "");
    }

    /** That of the account that may be hurt, and as many that nobody has yet. */
    List<String> emails() {
        return IntStream.range(0, NEW)
                .boxed()
                .flatMap(i -> Stream.of(email(TARGET), email("new" + i)))
                .toList();
    }

    String password() {
        return password;
    }

    Map<String, String> bearerOf(String role) {
        return bearer(token(role));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("authorization", "Bearer " + token);
    }

    @Override
    public String token(String role) {
        return held.compute(
                        role,
                        (_, now) -> now == null || now.olderThan(GOOD)
                                ? new Held(edge.token(email(role), password), System.nanoTime())
                                : now)
                .token();
    }

    /** The next who asks gets another, but not more often than a password may be checked. */
    @Override
    public void refused() {
        held.values().removeIf(token -> token.olderThan(AGAIN));
    }

    static Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("The gateway refused what the run needs: " + reply.problem());
        }
        return reply;
    }
}
