package news.platform.benchmarks.money;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import news.platform.benchmarks.shop.Buyer;
import news.platform.benchmarks.shop.Buyers;
import news.platform.benchmarks.shop.Caller;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.benchmarks.shop.Shop;
import news.platform.benchmarks.shop.Sum;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Reply;
import tools.jackson.databind.JsonNode;

/** Purchases, each of which follows from the seed and its number. Safe for several threads. */
final class Shopping {
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final List<String> CURRENCIES = List.of("CNY", "CNY", "CNY", "JPY", "KWD");

    private final Caller caller;
    private final Sandbox sandbox;
    private final Buyers buyers;
    private final Shop shop;
    private final String admin;
    private final long seed;
    private final Queue<String> payments = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();

    Shopping(Caller caller, Sandbox sandbox, Buyers buyers, Shop shop, String admin, long seed) {
        this.caller = caller;
        this.sandbox = sandbox;
        this.buyers = buyers;
        this.shop = shop;
        this.admin = admin;
        this.seed = seed;
    }

    /** Makes one, whatever becomes of it. */
    void buy(int number) {
        var random = new Random(seed * 1_000_003 + number);
        var buyer = buyers.all().get(number % buyers.all().size());
        var course = Course.draw(random);
        try {
            note(buy(buyer, course, random));
        } catch (Complaint e) {
            complaints.add(course + " of purchase " + number + ": " + e.getMessage());
        }
    }

    private String buy(Buyer buyer, Course course, RandomGenerator random) {
        var ordered = caller.post("/api/v1/orders", order(random), buyer.token());
        if (!ordered.ok()) {
            return refused("order", ordered);
        }
        var order = ordered.json();
        if (Sum.of(order.path("total")).minor() == 0) {
            return "ordered for nothing";
        }
        var id = order.path("id").asString();
        if (course == Course.CANCELLED) {
            return cancel(buyer, id);
        }
        var payment = begin(buyer, id, random);
        if (payment.isEmpty()) {
            return "the order could not be paid any more";
        }
        return go(buyer, course, id, payment.get(), random);
    }

    private Map<String, Object> order(RandomGenerator random) {
        var product =
                switch (random.nextInt(10)) {
                    case 0, 1 -> shop.article();
                    case 2, 3 -> shop.course();
                    case 4 -> shop.scarce();
                    default -> shop.membership();
                };
        boolean once = product.equals(shop.article()) || product.equals(shop.course());
        var order = new HashMap<String, Object>();
        order.put("items", List.of(Map.of("productId", product, "quantity", once ? 1 : 1 + random.nextInt(2))));
        order.put("currencyCode", CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        int coupon = random.nextInt(20);
        if (coupon < 6) {
            order.put("couponCode", coupon == 0 ? shop.free() : shop.percent());
        }
        return order;
    }

    private String go(Buyer buyer, Course course, String orderId, JsonNode payment, RandomGenerator random) {
        var page = page(payment);
        switch (course) {
            case PAID -> sandbox.pay(page);
            case CANCELLED, LEFT -> {}
            case CANCELLED_THEN_PAID -> {
                cancel(buyer, orderId);
                sandbox.pay(page);
            }
            case REFUSED_THEN_PAID -> {
                sandbox.refuse(page);
                begin(buyer, orderId, random).ifPresent(second -> sandbox.pay(page(second)));
            }
            case PAID_TWICE -> {
                var second = begin(buyer, orderId, random);
                sandbox.pay(page);
                second.ifPresent(other -> sandbox.pay(page(other)));
            }
            case PARTLY_REFUNDED, REFUNDED -> {
                sandbox.pay(page);
                return refund(buyer, payment, course);
            }
        }
        return course.name();
    }

    /** A payment of the order; empty where it does not wait for one any more. */
    private Optional<JsonNode> begin(Buyer buyer, String orderId, RandomGenerator random) {
        var body = Map.of("orderId", orderId, "channel", "sandbox");
        var key = UUID.randomUUID().toString();
        var reply = caller.post("/api/v1/payments", body, buyer.token(), key);
        if (!reply.ok()) {
            note(refused("payment", reply));
            return Optional.empty();
        }
        var id = reply.json().path("id").asString();
        payments.add(id);
        if (random.nextInt(10) == 0) {
            var again = caller.post("/api/v1/payments", body, buyer.token(), key);
            if (!id.equals(again.json().path("id").asString())) {
                complaints.add("payment " + id + " was begun once more by the same key: " + again.problem());
            }
        }
        return payable(buyer, reply.json());
    }

    /** The payment once the channel has been asked, which may go on after the answer; empty where it ended before anybody could pay. */
    private Optional<JsonNode> payable(Buyer buyer, JsonNode begun) {
        long end = System.nanoTime() + SETTLED.toNanos();
        var payment = begun;
        while (payment.path("state").asString("").equals("PAYMENT_STATE_CREATED") && System.nanoTime() < end) {
            payment = Caller.ok(caller.get(
                            "/api/v1/payments/" + begun.path("id").asString() + "?waitSeconds=5", buyer.token()))
                    .json();
        }
        if (page(payment).isEmpty()) {
            note("no page to pay at, " + payment.path("state").asString(""));
            return Optional.empty();
        }
        return Optional.of(payment);
    }

    private static String page(JsonNode payment) {
        return payment.path("nextAction").path("url").asString("");
    }

    private String cancel(Buyer buyer, String orderId) {
        var reply = caller.post("/api/v1/orders/" + orderId + ":cancel", Map.of(), buyer.token());
        return reply.ok() ? "CANCELLED" : refused("cancellation", reply);
    }

    private String refund(Buyer buyer, JsonNode payment, Course course) {
        var path = "/api/v1/payments/" + payment.path("id").asString();
        if (!succeeded(path, buyer)) {
            return "not paid within a minute, so not given back";
        }
        var body = new HashMap<String, Object>(Map.of("reason", "chaos"));
        if (course == Course.PARTLY_REFUNDED) {
            var whole = Sum.of(payment.path("amount"));
            body.put("amount", new Sum(whole.currency(), Math.max(1, whole.minor() / 3)).message());
        }
        var reply = caller.post(path + "/refunds", body, admin);
        return reply.ok() ? course.name() : refused("refund", reply);
    }

    private boolean succeeded(String path, Buyer buyer) {
        long end = System.nanoTime() + SETTLED.toNanos();
        while (System.nanoTime() < end) {
            var state = caller.get(path + "?waitSeconds=5", buyer.token())
                    .json()
                    .path("state")
                    .asString("");
            if (state.equals("PAYMENT_STATE_SUCCEEDED")) {
                return true;
            }
            if (state.equals("PAYMENT_STATE_CANCELLED") || state.equals("PAYMENT_STATE_FAILED")) {
                return false;
            }
        }
        return false;
    }

    /** What the contract has is an outcome like others; whatever else is the run's to complain about. */
    private static String refused(String what, Reply reply) {
        if (reply.status() != 409) {
            throw new Complaint(what + " was answered " + reply.problem());
        }
        return what + " refused, " + Caller.reason(reply);
    }

    private void note(String outcome) {
        synchronized (outcomes) {
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    /** What became of how many. */
    SortedMap<String, Integer> outcomes() {
        synchronized (outcomes) {
            return new TreeMap<>(outcomes);
        }
    }

    /** The payments that were begun so far. */
    List<String> payments() {
        return List.copyOf(payments);
    }

    /** What was answered as it should not be. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
