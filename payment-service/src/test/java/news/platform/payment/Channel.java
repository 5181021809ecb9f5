package news.platform.payment;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import news.platform.error.DomainException;
import news.platform.proto.Timestamps;
import news.platform.test.grpc.ServiceTwin;
import news.platform.thirdparty.v1.Charge;
import news.platform.thirdparty.v1.ChargeFailed;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.ChargeState;
import news.platform.thirdparty.v1.CloseChargeResponse;
import news.platform.thirdparty.v1.CreateChargeRequest;
import news.platform.thirdparty.v1.CreateChargeResponse;
import news.platform.thirdparty.v1.CreateRefundRequest;
import news.platform.thirdparty.v1.CreateRefundResponse;
import news.platform.thirdparty.v1.GetChargeResponse;
import news.platform.thirdparty.v1.NextAction;
import news.platform.thirdparty.v1.NextActionType;
import news.platform.thirdparty.v1.Refund;
import news.platform.thirdparty.v1.RefundState;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.jspecify.annotations.Nullable;

/** thirdparty-service with a payment channel that does as the test says. */
public final class Channel {
    private final Clock clock;
    private final Map<String, Charge> charges = new ConcurrentHashMap<>();
    private final Map<String, CreateRefundRequest> refunds = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    private volatile @Nullable ThirdpartyReason refundRefusal;
    private volatile boolean closes = true;
    private volatile RefundState refundState = RefundState.REFUND_STATE_SUCCEEDED;

    Channel(ServiceTwin thirdparty, Clock clock) {
        this.clock = clock;
        thirdparty.is(ServiceTwin.Mood.WELL);
        thirdparty.answer(ChargeServiceGrpc.getCreateChargeMethod(), request -> CreateChargeResponse.newBuilder()
                .setCharge(charges.computeIfAbsent(request.getPaymentId(), _ -> charge(request)))
                .build());
        thirdparty.answer(ChargeServiceGrpc.getGetChargeMethod(), request -> GetChargeResponse.newBuilder()
                .setCharge(found(request.getPaymentId()))
                .build());
        thirdparty.answer(ChargeServiceGrpc.getCloseChargeMethod(), request -> CloseChargeResponse.newBuilder()
                .setCharge(closed(request.getPaymentId()))
                .build());
        thirdparty.answer(ChargeServiceGrpc.getCreateRefundMethod(), this::refund);
    }

    /** What it was asked to give back, by the refund's id. */
    public Map<String, CreateRefundRequest> refunds() {
        return refunds;
    }

    /** What it was asked to give back under this id. */
    public CreateRefundRequest refund(String refundId) {
        return Objects.requireNonNull(refunds.get(refundId));
    }

    /** What it was asked for, for the payment. */
    public Charge charge(String paymentId) {
        return Objects.requireNonNull(charges.get(paymentId));
    }

    /** It was not asked for this charge yet; what it will be asked for. */
    public Charge notYet(String paymentId) {
        return Objects.requireNonNull(charges.remove(paymentId));
    }

    /** It is asked for the charge now. */
    public void askedFor(Charge charge) {
        charges.put(charge.getPaymentId(), charge);
    }

    /** How refunds end from now on. */
    public void refunds(RefundState state) {
        refundState = state;
    }

    /** That refunds are refused from now on before the channel is asked; null: they are not. */
    public void refusesRefunds(@Nullable ThirdpartyReason reason) {
        refundRefusal = reason;
    }

    /** That it closes no charge from now on, whoever asks. */
    public void closesNothing() {
        closes = false;
    }

    /** It knows the charge like this from now on. */
    public void change(String paymentId, UnaryOperator<Charge.Builder> change) {
        charges.computeIfPresent(
                paymentId, (_, charge) -> change.apply(charge.toBuilder()).build());
    }

    /** The payer pays; what is told of it. */
    public ChargePaid pays(String paymentId) {
        var transaction = "tx-" + UUID.randomUUID();
        change(paymentId, charge -> charge.setState(ChargeState.CHARGE_STATE_PAID)
                .setTransactionId(transaction)
                .setPayTime(Timestamps.of(clock.instant())));
        return paid(paymentId, transaction);
    }

    /** Told of money, whatever was asked for. */
    public ChargePaid paid(String paymentId, String transactionId) {
        var charge = found(paymentId);
        return ChargePaid.newBuilder()
                .setPaymentId(paymentId)
                .setVersion(version.incrementAndGet())
                .setOrderId(charge.getOrderId())
                .setChannel(charge.getChannel())
                .setTransactionId(transactionId)
                .setAmount(charge.getAmount())
                .setPayTime(Timestamps.of(clock.instant()))
                .build();
    }

    /** It refuses, or the time is over; what is told of it. */
    public ChargeFailed ends(String paymentId, ChargeState state) {
        change(paymentId, charge -> charge.setState(state).clearNextAction());
        return ChargeFailed.newBuilder()
                .setPaymentId(paymentId)
                .setVersion(version.incrementAndGet())
                .setState(state)
                .setFailure("the card was refused")
                .build();
    }

    private Charge closed(String paymentId) {
        change(
                paymentId,
                charge -> closes && charge.getState() == ChargeState.CHARGE_STATE_PENDING
                        ? charge.setState(ChargeState.CHARGE_STATE_CLOSED).clearNextAction()
                        : charge);
        return found(paymentId);
    }

    private Charge found(String paymentId) {
        var charge = charges.get(paymentId);
        if (charge == null) {
            throw new DomainException(ThirdpartyReason.CHARGE_NOT_FOUND, "no such charge");
        }
        return charge;
    }

    private static Charge charge(CreateChargeRequest request) {
        if (request.getChannel().equals("gold")) {
            throw new DomainException(ThirdpartyReason.CHANNEL_UNKNOWN, "no such channel");
        }
        if (request.getAmount().getCurrencyCode().equals("XPF")) {
            throw new DomainException(ThirdpartyReason.CURRENCY_NOT_TAKEN, "no such currency");
        }
        return Charge.newBuilder()
                .setPaymentId(request.getPaymentId())
                .setOrderId(request.getOrderId())
                .setChannel(request.getChannel())
                .setAmount(request.getAmount())
                .setState(ChargeState.CHARGE_STATE_PENDING)
                .setNextAction(NextAction.newBuilder()
                        .setType(NextActionType.NEXT_ACTION_TYPE_REDIRECT)
                        .setUrl("https://pay.example/" + request.getPaymentId())
                        .putParams("method", "POST"))
                .build();
    }

    private CreateRefundResponse refund(CreateRefundRequest request) {
        refunds.put(request.getRefundId(), request);
        var refusal = refundRefusal;
        if (refusal != null) {
            throw new DomainException(refusal, "refused");
        }
        var refund = Refund.newBuilder()
                .setRefundId(request.getRefundId())
                .setPaymentId(request.getPaymentId())
                .setAmount(request.getAmount())
                .setState(refundState);
        if (refundState == RefundState.REFUND_STATE_FAILED) {
            refund.setFailure("the account is closed");
        }
        return CreateRefundResponse.newBuilder().setRefund(refund).build();
    }
}
