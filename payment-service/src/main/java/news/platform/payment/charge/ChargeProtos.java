package news.platform.payment.charge;

import java.util.List;
import java.util.Optional;
import news.platform.payment.ledger.Amount;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.Charge;
import news.platform.thirdparty.v1.ChargeFailed;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeProcessing;
import news.platform.thirdparty.v1.ChargeRefundFailed;
import news.platform.thirdparty.v1.ChargeRefunded;
import news.platform.thirdparty.v1.ChargeState;
import news.platform.thirdparty.v1.CreateChargeRequest;
import news.platform.thirdparty.v1.ListStatementResponse;
import news.platform.thirdparty.v1.Refund;
import news.platform.thirdparty.v1.StatementKind;
import news.platform.thirdparty.v1.StatementLine;

/** What thirdparty-service is asked and says of charges, in our own words. */
public final class ChargeProtos {
    private ChargeProtos() {}

    static CreateChargeRequest request(ChargeOrder order) {
        return CreateChargeRequest.newBuilder()
                .setPaymentId(order.paymentId())
                .setOrderId(order.orderId())
                .setChannel(order.channel())
                .setAmount(amount(order.amount()))
                .setDescription(order.title())
                .setExpireTime(Timestamps.of(order.expireTime()))
                .build();
    }

    static ChargeReport report(Charge charge) {
        var id = charge.getPaymentId();
        return switch (charge.getState()) {
            case CHARGE_STATE_PENDING ->
                new ChargeReport.Pending(
                        id, charge.hasNextAction() ? Optional.of(action(charge.getNextAction())) : Optional.empty());
            case CHARGE_STATE_PROCESSING -> new ChargeReport.Processing(id);
            case CHARGE_STATE_PAID ->
                new ChargeReport.Paid(
                        id,
                        charge.getChannel(),
                        charge.getTransactionId(),
                        amount(charge.getAmount()),
                        Timestamps.instant(charge.getPayTime()),
                        false);
            case CHARGE_STATE_FAILED -> new ChargeReport.Failed(id, charge.getFailure());
            case CHARGE_STATE_CLOSED -> new ChargeReport.Closed(id);
            case CHARGE_STATE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("charge of " + id + ": " + charge.getState() + " (expected: a state)");
        };
    }

    /** What the event says. */
    public static ChargeReport report(ChargePaid event) {
        return new ChargeReport.Paid(
                event.getPaymentId(),
                event.getChannel(),
                event.getTransactionId(),
                amount(event.getAmount()),
                Timestamps.instant(event.getPayTime()),
                event.getSurplus());
    }

    /** What the event says. */
    public static ChargeReport report(ChargeProcessing event) {
        return new ChargeReport.Processing(event.getPaymentId());
    }

    /** What the event says. */
    public static ChargeReport report(ChargeFailed event) {
        return event.getState() == ChargeState.CHARGE_STATE_CLOSED
                ? new ChargeReport.Closed(event.getPaymentId())
                : new ChargeReport.Failed(event.getPaymentId(), event.getFailure());
    }

    static RefundReport report(Refund refund) {
        var id = refund.getRefundId();
        return switch (refund.getState()) {
            case REFUND_STATE_PENDING -> new RefundReport.Pending(id);
            case REFUND_STATE_SUCCEEDED -> new RefundReport.Succeeded(id);
            case REFUND_STATE_FAILED -> new RefundReport.Failed(id, refund.getFailure());
            case REFUND_STATE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("refund " + id + ": " + refund.getState() + " (expected: a state)");
        };
    }

    /** What the event says. */
    public static RefundReport report(ChargeRefunded event) {
        return new RefundReport.Succeeded(event.getRefundId());
    }

    /** What the event says. */
    public static RefundReport report(ChargeRefundFailed event) {
        return new RefundReport.Failed(event.getRefundId(), event.getFailure());
    }

    static Statement.Ready statement(List<ListStatementResponse> parts) {
        var first = parts.getFirst();
        return new Statement.Ready(
                Timestamps.instant(first.getStartTime()),
                Timestamps.instant(first.getEndTime()),
                parts.stream()
                        .flatMap(part -> part.getLinesList().stream())
                        .map(ChargeProtos::line)
                        .toList());
    }

    private static Statement.Line line(StatementLine line) {
        return new Statement.Line(
                line.getKind() == StatementKind.STATEMENT_KIND_REFUND,
                line.getPaymentId(),
                line.getRefundId(),
                line.getTransactionId(),
                amount(line.getAmount()),
                Timestamps.instant(line.getTime()));
    }

    /** As thirdparty-service counts. */
    static news.platform.thirdparty.v1.Amount amount(Amount amount) {
        return news.platform.thirdparty.v1.Amount.newBuilder()
                .setMinorUnits(amount.minorUnits())
                .setCurrencyCode(amount.currency())
                .build();
    }

    /** As we count. */
    public static Amount amount(news.platform.thirdparty.v1.Amount amount) {
        return new Amount(amount.getCurrencyCode(), amount.getMinorUnits());
    }

    private static NextAction action(news.platform.thirdparty.v1.NextAction action) {
        return new NextAction(
                switch (action.getType()) {
                    case NEXT_ACTION_TYPE_REDIRECT -> NextAction.Type.REDIRECT;
                    case NEXT_ACTION_TYPE_QR_CODE -> NextAction.Type.QR_CODE;
                    case NEXT_ACTION_TYPE_FORM -> NextAction.Type.FORM;
                    case NEXT_ACTION_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                        throw new IllegalStateException(action.getType() + " (expected: a way to act)");
                },
                action.getUrl(),
                action.getParamsMap());
    }
}
