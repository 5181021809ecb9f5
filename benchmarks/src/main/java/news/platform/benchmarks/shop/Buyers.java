package news.platform.benchmarks.shop;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Accounts of the run's own, so that nothing happens to those of the demo.
 *
 * @param password of all of them
 */
public record Buyers(List<Buyer> all, String password) {
    private static final int BYTES = 8;

    /** Registers so many, and logs them in. */
    public static Buyers register(Caller caller, int count) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var run = HexFormat.of().formatHex(random);
        var password = "buyer-" + run;
        return new Buyers(
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(number -> register(caller, "buyer-" + number + "-" + run + "@example.com", password))
                        .toList(),
                password);
    }

    private static Buyer register(Caller caller, String email, String password) {
        var account = Map.of("email", email, "password", password, "displayName", "Buyer");
        var id = Caller.ok(caller.post("/api/v1/users", account, ""))
                .json()
                .path("id")
                .asString();
        return new Buyer(id, caller.edge().token(email, password));
    }

    /** Their ids. */
    public String[] ids() {
        return all.stream().map(Buyer::id).toArray(String[]::new);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Buyers[" + all.size() + "]";
    }
}
