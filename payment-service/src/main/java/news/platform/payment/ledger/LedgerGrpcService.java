package news.platform.payment.ledger;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.payment.v1.LedgerServiceGrpc;
import news.platform.payment.v1.ListBalancesRequest;
import news.platform.payment.v1.ListBalancesResponse;
import news.platform.proto.Moneys;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class LedgerGrpcService extends LedgerServiceGrpc.LedgerServiceImplBase {
    private final Ledger ledger;

    LedgerGrpcService(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void listBalances(ListBalancesRequest request, StreamObserver<ListBalancesResponse> answer) {
        Answers.send(
                answer,
                ListBalancesResponse.newBuilder()
                        .addAllBalances(ledger.balances().stream()
                                .map(LedgerGrpcService::message)
                                .toList())
                        .build());
    }

    private static news.platform.payment.v1.Balance message(Balance balance) {
        return news.platform.payment.v1.Balance.newBuilder()
                .setAccount(balance.account())
                .setDebits(Moneys.of(balance.currency(), balance.debits()))
                .setCredits(Moneys.of(balance.currency(), balance.credits()))
                .setNet(Moneys.of(balance.currency(), balance.net()))
                .build();
    }
}
