package news.platform.payment.paying;

import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import news.platform.grpc.server.Answers;
import news.platform.payment.charge.ChargeReport;
import news.platform.payment.v1.CreatePaymentRequest;
import news.platform.payment.v1.CreatePaymentResponse;
import news.platform.payment.v1.GetPaymentRequest;
import news.platform.payment.v1.GetPaymentResponse;
import news.platform.payment.v1.PaymentServiceGrpc;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PaymentGrpcService extends PaymentServiceGrpc.PaymentServiceImplBase {
    private final BeginPayment beginning;
    private final AwaitPayment awaiting;
    private final Idempotency idempotency;

    PaymentGrpcService(BeginPayment beginning, AwaitPayment awaiting, Idempotency idempotency) {
        this.beginning = beginning;
        this.awaiting = awaiting;
        this.idempotency = idempotency;
    }

    @Override
    public void createPayment(CreatePaymentRequest request, StreamObserver<CreatePaymentResponse> answer) {
        var userId = Callers.required().userId();
        var response = idempotency.<Optional<ChargeReport>, CreatePaymentResponse>once(
                request,
                CreatePaymentResponse.getDefaultInstance(),
                id -> beginning.ask(id, request.getOrderId(), request.getChannel(), userId),
                (id, report) -> CreatePaymentResponse.newBuilder()
                        .setPayment(PaymentProtos.payment(beginning.take(id, report)))
                        .build());
        Answers.send(answer, response);
    }

    @Override
    public void getPayment(GetPaymentRequest request, StreamObserver<GetPaymentResponse> answer) {
        var payment = awaiting.await(
                request.getPaymentId(), Callers.required().userId(), Duration.ofSeconds(request.getWaitSeconds()));
        Answers.send(
                answer,
                GetPaymentResponse.newBuilder()
                        .setPayment(PaymentProtos.payment(payment))
                        .build());
    }
}
