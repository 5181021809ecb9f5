package news.platform.livenews.live;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.livenews.log.LogEvents;
import news.platform.livenews.reading.ReadLives;
import news.platform.livenews.revision.LiveRevisions;
import news.platform.livenews.v1.BatchGetLivesRequest;
import news.platform.livenews.v1.BatchGetLivesResponse;
import news.platform.livenews.v1.CreateLiveRequest;
import news.platform.livenews.v1.CreateLiveResponse;
import news.platform.livenews.v1.DeleteLiveRequest;
import news.platform.livenews.v1.DeleteLiveResponse;
import news.platform.livenews.v1.GetLiveRequest;
import news.platform.livenews.v1.GetLiveResponse;
import news.platform.livenews.v1.ListEditorialLivesRequest;
import news.platform.livenews.v1.ListEditorialLivesResponse;
import news.platform.livenews.v1.ListLiveRevisionsRequest;
import news.platform.livenews.v1.ListLiveRevisionsResponse;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.ListLivesResponse;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.livenews.v1.StreamLivesRequest;
import news.platform.livenews.v1.StreamLivesResponse;
import news.platform.livenews.v1.UpdateLiveRequest;
import news.platform.livenews.v1.UpdateLiveResponse;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;
import org.springframework.stereotype.Component;

@GrpcService
final class LiveGrpcService extends LiveServiceGrpc.LiveServiceImplBase {
    private final ReadLives reading;
    private final Desk desk;
    private final Lives lives;
    private final LiveRevisions revisions;
    private final Idempotency idempotency;
    private final LogEvents events;

    LiveGrpcService(
            ReadLives reading,
            Desk desk,
            Lives lives,
            LiveRevisions revisions,
            Idempotency idempotency,
            LogEvents events) {
        this.reading = reading;
        this.desk = desk;
        this.lives = lives;
        this.revisions = revisions;
        this.idempotency = idempotency;
        this.events = events;
    }

    @Override
    public void listLives(ListLivesRequest request, StreamObserver<ListLivesResponse> answer) {
        var filter = LiveProtos.filter(request);
        var listing = reading.list(filter, new PageRequest(request.getPageSize(), request.getPageToken()));
        var response = ListLivesResponse.newBuilder()
                .addAllLives(LiveProtos.lives(listing.lives()))
                .setNextPageToken(listing.nextToken());
        listing.position().ifPresent(position -> response.setPollToken(reading.pollToken(filter, position))
                .setStreamPosition(Long.toString(position)));
        Answers.send(answer, response.build());
    }

    @Override
    public void getLive(GetLiveRequest request, StreamObserver<GetLiveResponse> answer) {
        var live = LiveProtos.live(reading.open(request.getLiveId()));
        Answers.send(answer, GetLiveResponse.newBuilder().setLive(live).build());
    }

    @Override
    public void batchGetLives(BatchGetLivesRequest request, StreamObserver<BatchGetLivesResponse> answer) {
        var batch = reading.batch(request.getIdsList());
        Answers.send(
                answer,
                BatchGetLivesResponse.newBuilder()
                        .addAllLives(LiveProtos.lives(batch.found()))
                        .addAllMissing(batch.missing())
                        .build());
    }

    @Override
    public void listEditorialLives(
            ListEditorialLivesRequest request, StreamObserver<ListEditorialLivesResponse> answer) {
        var page = lives.editorial(
                LiveProtos.state(request.getState()), new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListEditorialLivesResponse.newBuilder()
                        .addAllLives(LiveProtos.lives(page.items()))
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void listLiveRevisions(ListLiveRevisionsRequest request, StreamObserver<ListLiveRevisionsResponse> answer) {
        var live = reading.known(request.getLiveId());
        var page = revisions.page(live.id(), new PageRequest(request.getPageSize(), request.getPageToken()));
        var response = ListLiveRevisionsResponse.newBuilder().setNextPageToken(page.nextToken());
        page.items().forEach(revision -> response.addRevisions(LiveProtos.revision(revision)));
        Answers.send(answer, response.build());
    }

    @Override
    public void createLive(CreateLiveRequest request, StreamObserver<CreateLiveResponse> answer) {
        var editorId = Callers.required().userId();
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateLiveResponse.getDefaultInstance(),
                        _ -> desk.publish().check(LiveProtos.draft(request)),
                        (id, flash) -> CreateLiveResponse.newBuilder()
                                .setLive(LiveProtos.live(desk.publish().publish(id, flash, editorId)))
                                .build()));
    }

    @Override
    public void updateLive(UpdateLiveRequest request, StreamObserver<UpdateLiveResponse> answer) {
        var live = desk.correct()
                .correct(
                        request.getLiveId(),
                        request.getEtag(),
                        LiveProtos.correction(request),
                        Callers.required().userId());
        Answers.send(
                answer,
                UpdateLiveResponse.newBuilder().setLive(LiveProtos.live(live)).build());
    }

    @Override
    public void deleteLive(DeleteLiveRequest request, StreamObserver<DeleteLiveResponse> answer) {
        desk.withdraw()
                .withdraw(
                        request.getLiveId(),
                        request.getEtag(),
                        request.getNote(),
                        Callers.required().userId());
        Answers.send(answer, DeleteLiveResponse.getDefaultInstance());
    }

    @Override
    public void streamLives(StreamLivesRequest request, StreamObserver<StreamLivesResponse> answer) {
        events.fanout().subscribe(answer, () -> events.since(request.getAfter()));
    }

    /** What editors do. */
    @Component
    record Desk(PublishLive publish, CorrectLive correct, WithdrawLive withdraw) {}
}
