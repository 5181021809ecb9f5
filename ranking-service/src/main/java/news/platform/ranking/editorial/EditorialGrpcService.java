package news.platform.ranking.editorial;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import news.platform.grpc.server.Answers;
import news.platform.proto.Timestamps;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.v1.DemoteItemRequest;
import news.platform.ranking.v1.DemoteItemResponse;
import news.platform.ranking.v1.EditorialServiceGrpc;
import news.platform.ranking.v1.ListDemotionsRequest;
import news.platform.ranking.v1.ListDemotionsResponse;
import news.platform.ranking.v1.ListPinsRequest;
import news.platform.ranking.v1.ListPinsResponse;
import news.platform.ranking.v1.PinItemRequest;
import news.platform.ranking.v1.PinItemResponse;
import news.platform.ranking.v1.RestoreItemRequest;
import news.platform.ranking.v1.RestoreItemResponse;
import news.platform.ranking.v1.UnpinItemRequest;
import news.platform.ranking.v1.UnpinItemResponse;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class EditorialGrpcService extends EditorialServiceGrpc.EditorialServiceImplBase {
    private static final int LISTED = 200;

    private final RankByHand byHand;
    private final Pins pins;
    private final Demotions demotions;
    private final Clock clock;

    EditorialGrpcService(RankByHand byHand, Pins pins, Demotions demotions, Clock clock) {
        this.byHand = byHand;
        this.pins = pins;
        this.demotions = demotions;
        this.clock = clock;
    }

    @Override
    public void pinItem(PinItemRequest request, StreamObserver<PinItemResponse> answer) {
        var pin = new Pin(
                new ItemRef(request.getType(), request.getId()),
                request.getChannel(),
                request.getPosition(),
                Timestamps.instant(request.getUntil()));
        byHand.pin(pin, editor());
        Answers.send(answer, PinItemResponse.getDefaultInstance());
    }

    @Override
    public void unpinItem(UnpinItemRequest request, StreamObserver<UnpinItemResponse> answer) {
        byHand.unpin(new ItemRef(request.getType(), request.getId()), editor());
        Answers.send(answer, UnpinItemResponse.getDefaultInstance());
    }

    @Override
    public void demoteItem(DemoteItemRequest request, StreamObserver<DemoteItemResponse> answer) {
        byHand.demote(
                new ItemRef(request.getType(), request.getId()),
                request.getFactor(),
                Timestamps.instant(request.getUntil()),
                editor());
        Answers.send(answer, DemoteItemResponse.getDefaultInstance());
    }

    @Override
    public void restoreItem(RestoreItemRequest request, StreamObserver<RestoreItemResponse> answer) {
        byHand.restore(new ItemRef(request.getType(), request.getId()), editor());
        Answers.send(answer, RestoreItemResponse.getDefaultInstance());
    }

    @Override
    public void listPins(ListPinsRequest request, StreamObserver<ListPinsResponse> answer) {
        var response = ListPinsResponse.newBuilder();
        pins.all(clock.instant(), LISTED).forEach(pin -> response.addPins(EditorialProtos.pin(pin)));
        Answers.send(answer, response.build());
    }

    @Override
    public void listDemotions(ListDemotionsRequest request, StreamObserver<ListDemotionsResponse> answer) {
        var response = ListDemotionsResponse.newBuilder();
        demotions.all(clock.instant(), LISTED).forEach(one -> response.addDemotions(EditorialProtos.demotion(one)));
        Answers.send(answer, response.build());
    }

    private static String editor() {
        return Callers.required().userId();
    }
}
