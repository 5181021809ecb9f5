package news.platform.payment.refund;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.payment.intent.Payments;
import news.platform.payment.v1.CreateRefundRequest;
import news.platform.payment.v1.CreateRefundResponse;
import news.platform.payment.v1.ListRefundsRequest;
import news.platform.payment.v1.ListRefundsResponse;
import news.platform.payment.v1.RefundServiceGrpc;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class RefundGrpcService extends RefundServiceGrpc.RefundServiceImplBase {
    private final OrderRefund ordering;
    private final Payments payments;
    private final Refunds refunds;
    private final Idempotency idempotency;

    RefundGrpcService(OrderRefund ordering, Payments payments, Refunds refunds, Idempotency idempotency) {
        this.ordering = ordering;
        this.payments = payments;
        this.refunds = refunds;
        this.idempotency = idempotency;
    }

    @Override
    public void createRefund(CreateRefundRequest request, StreamObserver<CreateRefundResponse> answer) {
        var adminId = Callers.required().userId();
        var response = idempotency.once(
                request,
                CreateRefundResponse.getDefaultInstance(),
                _ -> RefundProtos.draft(request),
                (id, draft) -> CreateRefundResponse.newBuilder()
                        .setRefund(RefundProtos.message(ordering.order(id, draft, adminId)))
                        .build());
        Answers.send(answer, response);
    }

    @Override
    public void listRefunds(ListRefundsRequest request, StreamObserver<ListRefundsResponse> answer) {
        var payment = payments.find(request.getPaymentId()).orElseThrow(OrderRefund::notFound);
        Answers.send(
                answer,
                ListRefundsResponse.newBuilder()
                        .addAllRefunds(refunds.of(payment.id()).stream()
                                .map(RefundProtos::message)
                                .toList())
                        .build());
    }
}
