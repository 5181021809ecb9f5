package news.platform.payment.refund;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.payment.ledger.Amount;
import news.platform.payment.refund.OrderRefund.Draft;
import news.platform.payment.v1.CreateRefundRequest;
import news.platform.payment.v1.RefundState;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;

/** Refunds as messages, and what messages say of them. */
final class RefundProtos {
    private RefundProtos() {}

    static Draft draft(CreateRefundRequest request) {
        return new Draft(
                request.getPaymentId(), request.hasAmount() ? amount(request.getAmount()) : null, request.getReason());
    }

    static news.platform.payment.v1.Refund message(Refund refund) {
        return news.platform.payment.v1.Refund.newBuilder()
                .setId(refund.id())
                .setPaymentId(refund.paymentId())
                .setAmount(Moneys.of(refund.amount().currency(), refund.amount().minorUnits()))
                .setState(RefundState.valueOf("REFUND_STATE_" + refund.state().name()))
                .setReason(refund.reason())
                .setEnding(refund.ending())
                .setCreateTime(Timestamps.of(refund.createTime()))
                .setUpdateTime(Timestamps.of(refund.updateTime()))
                .build();
    }

    private static Amount amount(com.google.type.Money money) {
        return Moneys.minorUnits(money).stream()
                .mapToObj(minorUnits -> new Amount(money.getCurrencyCode(), minorUnits))
                .findFirst()
                .orElseThrow(() -> DomainException.field(
                        PlatformReason.INVALID_FIELD,
                        "amount",
                        "must be an amount of an ISO 4217 currency, no finer than its smallest unit"));
    }
}
