package news.platform.thirdparty.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judged cases of payment channels: the folder {@code -Dpayments.vectors}, else {@code shared/data/open/payments} where that is beside
 * the repository; without either the tests are skipped.
 */
public final class Vectors {
    private static final List<String> MISMATCHES = List.of("currency_mismatch", "amount_mismatch");
    private static final List<String> TAKEN = List.of("valid", "replay_id", "order_not_found");

    private Vectors() {}

    /** One file of the folder. */
    public static JsonNode file(String name) {
        var folder = System.getProperty("payments.vectors");
        var path = folder == null ? TrialData.require("open/payments/" + name) : Path.of(folder, name);
        return JsonMapper.shared().readTree(path.toFile());
    }

    /** The cases of a file of these kinds. */
    public static Stream<Case> cases(String name, String... kinds) {
        var file = file(name);
        return file.path("cases")
                .valueStream()
                .filter(node -> List.of(kinds).contains(node.path("kind").asString()))
                .map(node -> new Case(node, file));
    }

    public static byte[] base64(JsonNode node) {
        return Base64.getDecoder().decode(node.asString());
    }

    /** One case, and the file that it stands in. */
    public record Case(JsonNode node, JsonNode file) {
        public JsonNode config() {
            return node.path("config");
        }

        public Clock clock() {
            return Clock.fixed(Instant.ofEpochSecond(node.path("now").asLong()), ZoneOffset.UTC);
        }

        public byte[] body() {
            return base64(node.path("body_base64"));
        }

        public String text(String name) {
            return node.path(name).asString("");
        }

        /** The lines of the headers by lower-case name. */
        public Map<String, List<String>> headers() {
            var headers = new HashMap<String, List<String>>();
            node.path("headers").valueStream().forEach(line -> {
                var name = line.path(0).asString().toLowerCase(Locale.ROOT);
                var value = List.of(line.path(1).asString());
                headers.merge(name, value, (one, other) -> Stream.concat(one.stream(), other.stream())
                        .toList());
            });
            return headers;
        }

        public RawCallback callback() {
            var headers = headers();
            return new RawCallback(
                    name -> headers.getOrDefault(name, List.of()),
                    headers.getOrDefault("content-type", List.of("")).getFirst(),
                    body());
        }

        /** The names in the configuration, and what stands under them in the file. */
        public Stream<JsonNode> keys(String configured, String group) {
            return config().path(configured)
                    .valueStream()
                    .map(name -> file.path("keys").path(group).path(name.asString()));
        }

        /** The outcome is what was judged, or as safe. */
        public void assertOutcome(String outcome) {
            var allowed = Stream.concat(
                            Stream.of(text("expected")),
                            node.path("alt_expected").valueStream().map(JsonNode::asString))
                    .toList();
            assertThat(outcome).as(text("name")).isIn(allowed);
        }

        @Override
        public String toString() {
            return text("id") + ": " + text("name");
        }
    }

    /** What becomes of a case, and what the channel is answered, is what was judged. */
    public static void assertJudged(Case judged, PaymentChannel channel, Amount asked) {
        String outcome;
        String effect = "none";
        try {
            channel.verify(judged.callback());
            var told = channel.read(judged.callback());
            outcome = outcome(judged, told, asked);
            effect = effect(charge(judged, asked), told.fact());
            assertParsed(judged, told);
        } catch (CallbackRefusedException e) {
            outcome = e.refusal().word();
        }
        judged.assertOutcome(outcome);
        if (outcome.equals(judged.text("expected"))) {
            if (outcome.equals("valid")) {
                assertThat(effect).isEqualTo(judged.text("effect"));
            }
            assertAcknowledged(judged.node().path("ack"), channel, outcome);
        }
    }

    private static String outcome(Case judged, Told told, Amount asked) {
        var seen = judged.node().path("seen");
        if (Stream.of("event_ids", "notification_ids", "notify_ids")
                .flatMap(name -> seen.path(name).valueStream())
                .anyMatch(id -> id.asString().equals(told.eventId()))) {
            return "replay_id";
        }
        var order = judged.node().path("order");
        if (order.isMissingNode() && !told.reference().isEmpty()) {
            return "order_not_found";
        }
        if (!told.isIn(asked.currency())) {
            return "currency_mismatch";
        }
        if (!told.isOf(asked)) {
            return "amount_mismatch";
        }
        return told.fact() instanceof Fact.Paid paid && charge(judged, asked).has(paid.transactionId())
                ? "replay_id"
                : "valid";
    }

    private static Charge charge(Case judged, Amount asked) {
        var order = judged.node().path("order");
        var state = Charge.State.valueOf(order.path("state").asString("PENDING"));
        return new Charge(
                new Charge.Order("p", "o", "c", order.path("order_no").asString(""), asked, "d", Instant.EPOCH),
                state,
                "",
                null,
                order.path("paid_by").asString(""),
                List.of(),
                "",
                null,
                0);
    }

    private static String effect(Charge before, Fact fact) {
        if (fact instanceof Fact.Refunded || fact instanceof Fact.RefundedInAll) {
            return "record_refund";
        }
        if (!(fact instanceof Fact.Paid)) {
            return "none";
        }
        var after = before.after(fact);
        if (after.isEmpty()) {
            return "none";
        }
        if (!after.get().surplus().isEmpty()) {
            return "second_payment";
        }
        return before.state() == Charge.State.PENDING ? "mark_paid" : "late_success";
    }

    private static void assertParsed(Case judged, Told told) {
        var parsed = judged.node().path("parsed");
        for (var name : List.of("event_id", "notification_id", "notify_id")) {
            if (parsed.hasNonNull(name)) {
                assertThat(told.eventId()).isEqualTo(parsed.path(name).asString());
            }
        }
        for (var name : List.of("order_no", "out_trade_no")) {
            if (parsed.hasNonNull(name)) {
                assertThat(told.reference()).isEqualTo(parsed.path(name).asString());
            }
        }
        for (var name : List.of("success_epoch", "paid_epoch")) {
            if (parsed.hasNonNull(name) && told.fact() instanceof Fact.Paid paid) {
                assertThat(paid.time().getEpochSecond())
                        .isEqualTo(parsed.path(name).asLong());
            }
        }
    }

    private static void assertAcknowledged(JsonNode expected, PaymentChannel channel, String outcome) {
        if (!expected.isObject()) {
            return;
        }
        var verdict = MISMATCHES.contains(outcome)
                ? Verdict.MISMATCH
                : TAKEN.contains(outcome) ? Verdict.TAKEN : Verdict.REFUSED;
        var answered = channel.acknowledge(verdict);
        assertThat(answered.status()).isEqualTo(expected.path("status").asInt());
        var rule = expected.path("body_is").asString();
        if (rule.startsWith("exactly") || rule.startsWith("any 4xx")) {
            assertThat(answered.bytes())
                    .isEqualTo(expected.path("body").asString().getBytes(StandardCharsets.UTF_8));
        } else if (rule.startsWith("anything but")) {
            assertThat(answered.body()).doesNotContain("success");
        } else if (rule.startsWith("empty or ")) {
            assertThat(answered.body()).isEqualTo(rule.substring("empty or ".length()));
        }
    }
}
