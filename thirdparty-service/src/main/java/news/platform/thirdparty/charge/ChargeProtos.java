package news.platform.thirdparty.charge;

import java.util.stream.Stream;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;
import news.platform.thirdparty.v1.Amount;
import news.platform.thirdparty.v1.ChargeState;
import news.platform.thirdparty.v1.CreateChargeRequest;
import news.platform.thirdparty.v1.CreateRefundRequest;
import news.platform.thirdparty.v1.NextAction;
import news.platform.thirdparty.v1.NextActionType;
import news.platform.thirdparty.v1.RefundState;
import news.platform.thirdparty.v1.StatementKind;
import news.platform.thirdparty.v1.StatementLine;

/** Charges and refunds as messages, and what messages say of them. */
final class ChargeProtos {
    private ChargeProtos() {}

    static Charge.Order order(CreateChargeRequest request) {
        return new Charge.Order(
                request.getPaymentId(),
                request.getOrderId(),
                request.getChannel(),
                reference(request.getPaymentId()),
                amount(request.getAmount()),
                Lines.of(request.getDescription()),
                Timestamps.instant(request.getExpireTime()));
    }

    static CreateRefund.Draft draft(CreateRefundRequest request) {
        return new CreateRefund.Draft(
                request.getRefundId(),
                reference(request.getRefundId()),
                request.getPaymentId(),
                request.getTransactionId(),
                amount(request.getAmount()));
    }

    /** An id as channels take it: they know no hyphens, and no more than 32 characters. */
    private static String reference(String id) {
        return id.replace("-", "");
    }

    static news.platform.thirdparty.v1.Charge charge(Charge charge) {
        var message = news.platform.thirdparty.v1.Charge.newBuilder()
                .setPaymentId(charge.order().paymentId())
                .setOrderId(charge.order().orderId())
                .setChannel(charge.order().channel())
                .setAmount(amount(charge.order().amount()))
                .setState(state(charge.state()))
                .setTransactionId(charge.transactionId())
                .setFailure(charge.failure())
                .setVersion(charge.version());
        Stream.ofNullable(charge.action())
                .filter(_ -> charge.state() == Charge.State.PENDING)
                .map(ChargeProtos::action)
                .forEach(message::setNextAction);
        Stream.ofNullable(charge.payTime()).map(Timestamps::of).forEach(message::setPayTime);
        return message.build();
    }

    static news.platform.thirdparty.v1.Refund refund(Refund refund) {
        return news.platform.thirdparty.v1.Refund.newBuilder()
                .setRefundId(refund.refundId())
                .setPaymentId(refund.paymentId())
                .setAmount(amount(refund.amount()))
                .setState(RefundState.valueOf("REFUND_STATE_" + refund.state().name()))
                .setChannelRefundId(refund.channelRefundId())
                .setFailure(refund.failure())
                .build();
    }

    static StatementLine line(ReadStatement.Booked booked) {
        return StatementLine.newBuilder()
                .setKind(
                        booked.line().refund()
                                ? StatementKind.STATEMENT_KIND_REFUND
                                : StatementKind.STATEMENT_KIND_CHARGE)
                .setPaymentId(booked.paymentId())
                .setRefundId(booked.refundId())
                .setTransactionId(booked.line().transactionId())
                .setReference(booked.line().reference())
                .setAmount(amount(booked.line().amount()))
                .setTime(Timestamps.of(booked.line().time()))
                .build();
    }

    static ChargeState state(Charge.State state) {
        return ChargeState.valueOf("CHARGE_STATE_" + state.name());
    }

    static Amount amount(news.platform.thirdparty.channel.Amount amount) {
        return Amount.newBuilder()
                .setMinorUnits(amount.minorUnits())
                .setCurrencyCode(amount.currency())
                .build();
    }

    private static news.platform.thirdparty.channel.Amount amount(Amount amount) {
        return new news.platform.thirdparty.channel.Amount(amount.getMinorUnits(), amount.getCurrencyCode());
    }

    private static NextAction action(news.platform.thirdparty.channel.NextAction action) {
        return NextAction.newBuilder()
                .setType(NextActionType.valueOf(
                        "NEXT_ACTION_TYPE_" + action.type().name()))
                .setUrl(action.url())
                .putAllParams(action.params())
                .build();
    }
}
