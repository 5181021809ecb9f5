package news.platform.benchmarks.drill;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;

/** The readers of a drill, each with an account and a device of its own. */
record Cast(List<Member> members) {
    /** A password is hashed for each of them, which takes a core for a tenth of a second. */
    private static final int AT_ONCE = 4;

    /**
     * One of them.
     *
     * @param device the token by which its push network knows its device
     */
    record Member(String bearer, String device) {}

    /** Registers them. */
    static Cast gather(Edge edge, int count) {
        String run = UUID.randomUUID().toString();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Member>> members = IntStream.range(0, count)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> member(edge, run, number), threads))
                    .toList();
            return new Cast(members.stream().map(CompletableFuture::join).toList());
        }
    }

    private static Member member(Edge edge, String run, int number) {
        String email = "drill-%s-%d@example.com".formatted(run, number);
        String password = "drill " + run;
        String device = "drill-%s-%d".formatted(run, number);
        String account = "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Reader %d\"}";
        ok(edge.post("/api/v1/users", account.formatted(email, password, number), Map.of()));
        String bearer = "Bearer " + edge.token(email, password);
        ok(edge.send(
                "PUT",
                "/api/v1/devices/phone",
                "{\"platform\":\"DEVICE_PLATFORM_ANDROID\",\"token\":\"%s\"}".formatted(device),
                Map.of("authorization", bearer)));
        return new Member(bearer, device);
    }

    static Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("The gateway refused what the drill needs: " + reply.problem());
        }
        return reply;
    }
}
