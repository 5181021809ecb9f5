package news.platform.market.alert;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import news.platform.grpc.server.Answers;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.v1.CreatePriceAlertRequest;
import news.platform.market.v1.CreatePriceAlertResponse;
import news.platform.market.v1.DeletePriceAlertRequest;
import news.platform.market.v1.DeletePriceAlertResponse;
import news.platform.market.v1.ListPriceAlertsRequest;
import news.platform.market.v1.ListPriceAlertsResponse;
import news.platform.market.v1.PriceAlertServiceGrpc;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PriceAlertGrpcService extends PriceAlertServiceGrpc.PriceAlertServiceImplBase {
    private final PriceAlerts alerts;
    private final CreatePriceAlert creating;
    private final KnownInstruments instruments;
    private final Idempotency idempotency;
    private final Pages pages;
    private final Clock clock;

    PriceAlertGrpcService(
            PriceAlerts alerts,
            CreatePriceAlert creating,
            KnownInstruments instruments,
            Idempotency idempotency,
            Pages pages,
            Clock clock) {
        this.alerts = alerts;
        this.creating = creating;
        this.instruments = instruments;
        this.idempotency = idempotency;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void listPriceAlerts(ListPriceAlertsRequest request, StreamObserver<ListPriceAlertsResponse> answer) {
        var userId = Callers.required().userId();
        var page = pages.byTime(
                PageScope.of("price-alerts").with("user", userId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                PriceAlert::place,
                (after, limit) -> alerts.page(userId, after, limit));
        Answers.send(
                answer,
                ListPriceAlertsResponse.newBuilder()
                        .addAllPriceAlerts(page.items().stream()
                                .map(PriceAlertProtos::message)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void createPriceAlert(CreatePriceAlertRequest request, StreamObserver<CreatePriceAlertResponse> answer) {
        var userId = Callers.required().userId();
        var response = idempotency.<Boolean, CreatePriceAlertResponse>once(
                request,
                CreatePriceAlertResponse.getDefaultInstance(),
                _ -> {
                    instruments.requireKnown("symbol", request.getSymbol());
                    return true;
                },
                (id, _) -> CreatePriceAlertResponse.newBuilder()
                        .setPriceAlert(PriceAlertProtos.message(
                                creating.create(PriceAlertProtos.alert(request, id, userId, clock.instant()))))
                        .build());
        Answers.send(answer, response);
    }

    @Override
    public void deletePriceAlert(DeletePriceAlertRequest request, StreamObserver<DeletePriceAlertResponse> answer) {
        alerts.remove(Callers.required().userId(), request.getPriceAlertId());
        Answers.send(answer, DeletePriceAlertResponse.getDefaultInstance());
    }
}
