package news.platform.thirdparty.charge;

import io.grpc.stub.StreamObserver;
import java.time.DateTimeException;
import java.time.LocalDate;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.Answers;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.CloseChargeRequest;
import news.platform.thirdparty.v1.CloseChargeResponse;
import news.platform.thirdparty.v1.CreateChargeRequest;
import news.platform.thirdparty.v1.CreateChargeResponse;
import news.platform.thirdparty.v1.CreateRefundRequest;
import news.platform.thirdparty.v1.CreateRefundResponse;
import news.platform.thirdparty.v1.GetChargeRequest;
import news.platform.thirdparty.v1.GetChargeResponse;
import news.platform.thirdparty.v1.ListStatementRequest;
import news.platform.thirdparty.v1.ListStatementResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ChargeGrpcService extends ChargeServiceGrpc.ChargeServiceImplBase {
    private static final int PART = 500;

    private final CreateCharge creating;
    private final AskCharge asking;
    private final CreateRefund refunding;
    private final ReadStatement statements;

    ChargeGrpcService(CreateCharge creating, AskCharge asking, CreateRefund refunding, ReadStatement statements) {
        this.creating = creating;
        this.asking = asking;
        this.refunding = refunding;
        this.statements = statements;
    }

    @Override
    public void createCharge(CreateChargeRequest request, StreamObserver<CreateChargeResponse> answer) {
        var charge = creating.create(ChargeProtos.order(request));
        Answers.send(
                answer,
                CreateChargeResponse.newBuilder()
                        .setCharge(ChargeProtos.charge(charge))
                        .build());
    }

    @Override
    public void getCharge(GetChargeRequest request, StreamObserver<GetChargeResponse> answer) {
        var charge = asking.read(request.getPaymentId());
        Answers.send(
                answer,
                GetChargeResponse.newBuilder()
                        .setCharge(ChargeProtos.charge(charge))
                        .build());
    }

    @Override
    public void closeCharge(CloseChargeRequest request, StreamObserver<CloseChargeResponse> answer) {
        var charge = asking.close(request.getPaymentId());
        Answers.send(
                answer,
                CloseChargeResponse.newBuilder()
                        .setCharge(ChargeProtos.charge(charge))
                        .build());
    }

    @Override
    public void createRefund(CreateRefundRequest request, StreamObserver<CreateRefundResponse> answer) {
        var refund = refunding.create(ChargeProtos.draft(request));
        Answers.send(
                answer,
                CreateRefundResponse.newBuilder()
                        .setRefund(ChargeProtos.refund(refund))
                        .build());
    }

    @Override
    public void listStatement(ListStatementRequest request, StreamObserver<ListStatementResponse> answer) {
        var statement = statements.read(request.getChannel(), day(request.getDay()));
        int from = 0;
        do {
            var lines = statement
                    .lines()
                    .subList(from, Math.min(from + PART, statement.lines().size()));
            answer.onNext(ListStatementResponse.newBuilder()
                    .setStartTime(Timestamps.of(statement.start()))
                    .setEndTime(Timestamps.of(statement.end()))
                    .addAllLines(statements.booked(request.getChannel(), lines).stream()
                            .map(ChargeProtos::line)
                            .toList())
                    .build());
            from += PART;
        } while (from < statement.lines().size());
        answer.onCompleted();
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "day", day + " (expected: a day that there is)");
        }
    }
}
