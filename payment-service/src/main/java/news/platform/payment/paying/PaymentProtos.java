package news.platform.payment.paying;

import java.util.stream.Stream;
import news.platform.payment.charge.NextAction;
import news.platform.payment.v1.NextActionType;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentState;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;

/** Payments as messages. */
final class PaymentProtos {
    private PaymentProtos() {}

    static Payment payment(news.platform.payment.intent.Payment payment) {
        var currency = payment.amount().currency();
        var message = Payment.newBuilder()
                .setId(payment.id())
                .setOrderId(payment.orderId())
                .setState(
                        PaymentState.valueOf("PAYMENT_STATE_" + payment.state().name()))
                .setAmount(Moneys.of(currency, payment.amount().minorUnits()))
                .setChannel(payment.channel())
                .setEnding(payment.ending())
                .setCreateTime(Timestamps.of(payment.createTime()))
                .setUpdateTime(Timestamps.of(payment.updateTime()));
        Stream.ofNullable(payment.nextAction()).map(PaymentProtos::action).forEach(message::setNextAction);
        if (payment.refunded() > 0) {
            message.setRefundedAmount(Moneys.of(currency, payment.refunded()));
        }
        return message.build();
    }

    private static news.platform.payment.v1.NextAction action(NextAction action) {
        return news.platform.payment.v1.NextAction.newBuilder()
                .setType(NextActionType.valueOf(
                        "NEXT_ACTION_TYPE_" + action.type().name()))
                .setUrl(action.url())
                .putAllParams(action.params())
                .build();
    }
}
