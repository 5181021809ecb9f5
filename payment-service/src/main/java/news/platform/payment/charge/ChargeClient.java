package news.platform.payment.charge;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.Kind;
import news.platform.payment.ledger.Amount;
import news.platform.payment.v1.PaymentReason;
import news.platform.thirdparty.v1.Charge;
import news.platform.thirdparty.v1.ChargeServiceGrpc.ChargeServiceBlockingStub;
import news.platform.thirdparty.v1.CloseChargeRequest;
import news.platform.thirdparty.v1.CreateRefundRequest;
import news.platform.thirdparty.v1.GetChargeRequest;
import news.platform.thirdparty.v1.ListStatementRequest;
import news.platform.thirdparty.v1.ListStatementResponse;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks payment channels, through thirdparty-service. Not within a transaction. */
@Component
@ImportGrpcClients(target = "thirdparty", types = ChargeServiceBlockingStub.class)
public final class ChargeClient {
    private static final Logger log = LoggerFactory.getLogger(ChargeClient.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** Thirdparty-service's own refusals of a refund, which no repetition mends. */
    private static final Set<String> NEVER_BACK = Set.of(
            ThirdpartyReason.REFUND_DIFFERS.name(),
            ThirdpartyReason.CHARGE_NOT_PAID.name(),
            ThirdpartyReason.CHARGE_NOT_FOUND.name());

    private static final Duration STATEMENT_DEADLINE = Duration.ofMinutes(2);

    private final ChargeServiceBlockingStub charges;

    ChargeClient(ChargeServiceBlockingStub charges) {
        this.charges = charges;
    }

    /** Asks for money, once for each payment, however often. */
    public ChargeReport create(ChargeOrder order) {
        try {
            return ChargeProtos.report(
                    charges.createCharge(ChargeProtos.request(order)).getCharge());
        } catch (StatusRuntimeException e) {
            throw refusal(order, e);
        }
    }

    /** How a charge stands, as the channel says now. */
    public ChargeReport find(String paymentId) {
        return report(paymentId, () -> charges.getCharge(
                        GetChargeRequest.newBuilder().setPaymentId(paymentId).build())
                .getCharge());
    }

    /** Has a charge closed, so that nobody can pay it any more, however often; and tells how it stands then. */
    public ChargeReport close(String paymentId) {
        return report(paymentId, () -> charges.closeCharge(
                        CloseChargeRequest.newBuilder().setPaymentId(paymentId).build())
                .getCharge());
    }

    private static ChargeReport report(String paymentId, Supplier<Charge> question) {
        try {
            return ChargeProtos.report(question.get());
        } catch (StatusRuntimeException e) {
            if (reason(e).equals(ThirdpartyReason.CHARGE_NOT_FOUND.name())) {
                return new ChargeReport.Missing(paymentId);
            }
            log.info("how the charge of payment {} stands is not known for now: {}", paymentId, e.getStatus());
            return new ChargeReport.Silent(paymentId);
        }
    }

    /**
     * Asks for money to be given back, once for each refund, however often; and tells how that stands.
     *
     * @param surplusTransactionId which money, where a charge was paid twice; empty: what paid it
     * @throws StatusRuntimeException where it is refused as it never should be
     */
    public RefundReport refund(String refundId, String paymentId, Amount amount, String surplusTransactionId) {
        try {
            return ChargeProtos.report(charges.createRefund(CreateRefundRequest.newBuilder()
                            .setRefundId(refundId)
                            .setPaymentId(paymentId)
                            .setAmount(ChargeProtos.amount(amount))
                            .setTransactionId(surplusTransactionId)
                            .build())
                    .getRefund());
        } catch (StatusRuntimeException e) {
            var reason = reason(e);
            if (NEVER_BACK.contains(reason)) {
                return new RefundReport.Failed(refundId, reason);
            }
            if (reason.equals(ThirdpartyReason.CHANNEL_UNKNOWN.name())) {
                return new RefundReport.Unknown(refundId);
            }
            if (isFinal(e)) {
                throw e;
            }
            log.info("how refund {} stands is not known for now: {}", refundId, e.getStatus());
            return new RefundReport.Pending(refundId);
        }
    }

    /** What a channel booked on a day, by its own clock. */
    public Statement statement(String channel, LocalDate day) {
        try {
            var parts = new ArrayList<ListStatementResponse>();
            charges.withDeadlineAfter(STATEMENT_DEADLINE.toSeconds(), TimeUnit.SECONDS)
                    .listStatement(ListStatementRequest.newBuilder()
                            .setChannel(channel)
                            .setDay(day.toString())
                            .build())
                    .forEachRemaining(parts::add);
            return ChargeProtos.statement(parts);
        } catch (StatusRuntimeException e) {
            if (reason(e).equals(ThirdpartyReason.CHANNEL_UNKNOWN.name())) {
                return new Statement.Unknown();
            }
            if (ErrorStatuses.read(e)
                    .kind()
                    .filter(kind -> kind != Kind.UNAVAILABLE)
                    .isPresent()) {
                throw e;
            }
            log.info("{} has no statement of {} for now: {}", channel, day, e.getStatus());
            return new Statement.NotReady();
        }
    }

    private static DomainException refusal(ChargeOrder order, StatusRuntimeException e) {
        var reason = reason(e);
        if (reason.equals(ThirdpartyReason.CHANNEL_UNKNOWN.name())) {
            return DomainException.field(
                    PaymentReason.CHANNEL_UNKNOWN,
                    "channel",
                    order.channel() + " (expected: a payment channel that there is)");
        }
        if (reason.equals(ThirdpartyReason.CURRENCY_NOT_TAKEN.name())) {
            return new DomainException(
                    PaymentReason.CHANNEL_REFUSED,
                    order.channel() + " takes no " + order.amount().currency());
        }
        log.warn("payment {} has no charge, {} does not answer: {}", order.paymentId(), order.channel(), e.getStatus());
        return new DomainException(PaymentReason.CHANNEL_UNAVAILABLE, "the payment channel does not answer for now")
                .retryAfter(SOON);
    }

    /** Whether it was refused, and not just for now. */
    private static boolean isFinal(StatusRuntimeException e) {
        return ErrorStatuses.read(e)
                .kind()
                .filter(kind -> kind != Kind.UNAVAILABLE && kind != Kind.TOO_MANY)
                .isPresent();
    }

    private static String reason(StatusRuntimeException e) {
        return ErrorStatuses.read(e).reason();
    }
}
