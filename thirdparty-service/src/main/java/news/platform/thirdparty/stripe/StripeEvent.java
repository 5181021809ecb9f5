package news.platform.thirdparty.stripe;

import java.time.Instant;
import java.util.Optional;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.MalformedBodyException;

/**
 * What an event says. A failed attempt says nothing: the payer may try again until the session is over. Refunds are told one by one by
 * {@code refund.*}; {@code charge.refunded} says how much it is in all, by which those are found that were made at Stripe.
 */
final class StripeEvent {
    private static final String OBJECT = "/data/object";
    private static final String CURRENCY = OBJECT + "/currency";

    private StripeEvent() {}

    static Told read(byte[] body, boolean live) throws CallbackRefusedException {
        try {
            var event = JsonBody.of(body);
            if (!event.text("/object").equals("event")) {
                throw new CallbackRefusedException(Refusal.WRONG_OBJECT);
            }
            if (event.isTrue("/livemode") != live) {
                throw new CallbackRefusedException(Refusal.IDENTITY_MISMATCH);
            }
            var type = event.text("/type");
            return new Told(
                    event.text("/id"),
                    event.textOr(OBJECT + "/metadata/order_no", ""),
                    total(type, event),
                    fact(type, event));
        } catch (MalformedBodyException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    private static Optional<Amount> total(String type, JsonBody event) throws MalformedBodyException {
        var field =
                switch (type) {
                    case "payment_intent.succeeded" -> "/amount_received";
                    case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> "/amount_total";
                    case "charge.refunded" -> "/amount";
                    default -> "";
                };
        return field.isEmpty() ? Optional.empty() : Optional.of(amount(event, field));
    }

    private static Fact fact(String type, JsonBody event) throws MalformedBodyException {
        return switch (type) {
            case "payment_intent.succeeded" -> new Fact.Paid(event.text(OBJECT + "/id"), time(event));
            case "payment_intent.processing" -> new Fact.Processing();
            case "payment_intent.canceled", "checkout.session.expired" -> new Fact.Closed();
            case "checkout.session.completed" ->
                event.text(OBJECT + "/payment_status").equals("paid") ? session(event) : new Fact.Processing();
            case "checkout.session.async_payment_succeeded" -> session(event);
            case "checkout.session.async_payment_failed" -> new Fact.Failed("the payment failed");
            case "charge.refunded" -> new Fact.RefundedInAll(amount(event, "/amount_refunded"));
            case "refund.created", "refund.updated", "refund.failed" -> refund(event);
            default -> new Fact.Nothing();
        };
    }

    private static Fact session(JsonBody event) throws MalformedBodyException {
        return new Fact.Paid(event.text(OBJECT + "/payment_intent"), time(event));
    }

    private static Fact refund(JsonBody event) throws MalformedBodyException {
        var id = event.text(OBJECT + "/id");
        return refund(
                event.text(OBJECT + "/status"),
                event.textOr(OBJECT + "/metadata/refund_no", id),
                id,
                amount(event, "/amount"),
                event.textOr(OBJECT + "/failure_reason", ""));
    }

    /** How a refund stands by its status. */
    static Fact refund(String status, String reference, String id, Amount amount, String failure) {
        return switch (status) {
            case "succeeded" -> new Fact.Refunded(reference, id, amount);
            case "failed", "canceled" -> new Fact.RefundFailed(reference, id, failure.isEmpty() ? status : failure);
            default -> new Fact.RefundPending(reference, id);
        };
    }

    private static Amount amount(JsonBody event, String field) throws MalformedBodyException {
        return StripeAmounts.of(event.whole(OBJECT + field), event.text(CURRENCY));
    }

    private static Instant time(JsonBody event) throws MalformedBodyException {
        return Instant.ofEpochSecond(event.whole("/created"));
    }
}
