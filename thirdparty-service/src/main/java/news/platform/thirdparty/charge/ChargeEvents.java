package news.platform.thirdparty.charge;

import java.time.Instant;
import java.util.Objects;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.ChargeFailed;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeProcessing;
import news.platform.thirdparty.v1.ChargeRefundFailed;
import news.platform.thirdparty.v1.ChargeRefunded;
import org.springframework.stereotype.Component;

/** Tells what channels told, through the outbox of the current transaction. */
@Component
final class ChargeEvents {
    private final Outbox outbox;

    ChargeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void processing(Charge charge) {
        outbox.publish(ChargeProcessing.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setVersion(charge.version())
                .setOrderId(charge.order().orderId())
                .setChannel(charge.order().channel())
                .build());
    }

    /** The charge is paid, by its own transaction. */
    void paid(Charge charge) {
        paid(charge, charge.transactionId(), Objects.requireNonNull(charge.payTime()), false);
    }

    /** More money came than the charge's own. */
    void surplus(Charge charge, String transactionId, Instant payTime) {
        paid(charge, transactionId, payTime, true);
    }

    private void paid(Charge charge, String transactionId, Instant payTime, boolean surplus) {
        outbox.publish(ChargePaid.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setVersion(charge.version())
                .setOrderId(charge.order().orderId())
                .setChannel(charge.order().channel())
                .setTransactionId(transactionId)
                .setAmount(ChargeProtos.amount(charge.order().amount()))
                .setPayTime(Timestamps.of(payTime))
                .setSurplus(surplus)
                .build());
    }

    void failed(Charge charge) {
        outbox.publish(ChargeFailed.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setVersion(charge.version())
                .setOrderId(charge.order().orderId())
                .setChannel(charge.order().channel())
                .setState(ChargeProtos.state(charge.state()))
                .setFailure(charge.failure())
                .build());
    }

    void refunded(Charge charge, Refund refund) {
        outbox.publish(ChargeRefunded.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setVersion(charge.version())
                .setRefundId(refund.refundId())
                .setChannelRefundId(refund.channelRefundId())
                .setAmount(ChargeProtos.amount(refund.amount()))
                .build());
    }

    void refundFailed(Charge charge, Refund refund) {
        outbox.publish(ChargeRefundFailed.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setVersion(charge.version())
                .setRefundId(refund.refundId())
                .setFailure(refund.failure())
                .build());
    }
}
