package news.platform.benchmarks.shop;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the sandbox has: where money really came and went. */
public record Books(List<Charge> charges, List<Refund> refunds) {
    /** Money that was asked for. */
    public record Charge(String reference, String state, Sum amount) {
        public boolean paid() {
            return state.equals("PAID");
        }

        /** Whether somebody could still pay. */
        public boolean open() {
            return state.equals("PENDING");
        }
    }

    /** Money that went back. */
    public record Refund(String chargeReference, boolean succeeded, Sum amount) {}

    /** As channels call a payment. */
    public static String reference(String paymentId) {
        return paymentId.replace("-", "");
    }

    static Books of(JsonNode shown) {
        return new Books(
                StreamSupport.stream(shown.path("charges").spliterator(), false)
                        .map(charge -> new Charge(
                                charge.path("order").path("reference").asString(),
                                charge.path("state").asString(),
                                new Sum(
                                        charge.path("order").path("currency").asString(),
                                        charge.path("order").path("amountMinor").asLong())))
                        .toList(),
                StreamSupport.stream(shown.path("refunds").spliterator(), false)
                        .map(refund -> new Refund(
                                refund.path("chargeReference").asString(),
                                refund.path("failure").asString("").isEmpty(),
                                new Sum(
                                        refund.path("currency").asString(),
                                        refund.path("amountMinor").asLong())))
                        .toList());
    }
}
