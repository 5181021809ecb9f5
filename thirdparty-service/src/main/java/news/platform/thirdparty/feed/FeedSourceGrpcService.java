package news.platform.thirdparty.feed;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.server.Answers;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.thirdparty.feed.RegisterFeeds.FeedPatch;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.CreateFeedSourceResponse;
import news.platform.thirdparty.v1.DeleteFeedSourceRequest;
import news.platform.thirdparty.v1.DeleteFeedSourceResponse;
import news.platform.thirdparty.v1.FeedSourceServiceGrpc.FeedSourceServiceImplBase;
import news.platform.thirdparty.v1.GetFeedSourceRequest;
import news.platform.thirdparty.v1.GetFeedSourceResponse;
import news.platform.thirdparty.v1.ListFeedSourcesRequest;
import news.platform.thirdparty.v1.ListFeedSourcesResponse;
import news.platform.thirdparty.v1.PollFeedSourceRequest;
import news.platform.thirdparty.v1.PollFeedSourceResponse;
import news.platform.thirdparty.v1.ThirdpartyReason;
import news.platform.thirdparty.v1.UpdateFeedSourceRequest;
import news.platform.thirdparty.v1.UpdateFeedSourceResponse;
import news.platform.work.task.Jobs;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class FeedSourceGrpcService extends FeedSourceServiceImplBase {
    private final FeedSources sources;
    private final RegisterFeeds register;
    private final Jobs jobs;
    private final Idempotency idempotency;
    private final Pages pages;

    FeedSourceGrpcService(
            FeedSources sources, RegisterFeeds register, Jobs jobs, Idempotency idempotency, Pages pages) {
        this.sources = sources;
        this.register = register;
        this.jobs = jobs;
        this.idempotency = idempotency;
        this.pages = pages;
    }

    @Override
    public void listFeedSources(ListFeedSourcesRequest request, StreamObserver<ListFeedSourcesResponse> answer) {
        var page = pages.byTime(
                PageScope.of("feedSources"),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                FeedSource::place,
                sources::page);
        Answers.send(
                answer,
                ListFeedSourcesResponse.newBuilder()
                        .addAllFeedSources(
                                page.items().stream().map(FeedSourceProtos::of).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void getFeedSource(GetFeedSourceRequest request, StreamObserver<GetFeedSourceResponse> answer) {
        var source = found(request.getFeedSourceId());
        Answers.send(
                answer,
                GetFeedSourceResponse.newBuilder()
                        .setFeedSource(FeedSourceProtos.of(source))
                        .build());
    }

    @Override
    public void createFeedSource(CreateFeedSourceRequest request, StreamObserver<CreateFeedSourceResponse> answer) {
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateFeedSourceResponse.getDefaultInstance(),
                        _ -> register.permitted(request.getUrl()),
                        (id, url) -> CreateFeedSourceResponse.newBuilder()
                                .setFeedSource(
                                        FeedSourceProtos.of(register.create(id, url, FeedSourceProtos.feed(request))))
                                .build()));
    }

    @Override
    public void updateFeedSource(UpdateFeedSourceRequest request, StreamObserver<UpdateFeedSourceResponse> answer) {
        var change = request.getFeedSource();
        var changed = Changed.of(change, request.getUpdateMask(), "feedSource", "channel_id");
        var updated = register.update(
                request.getFeedSourceId(),
                request.getEtag(),
                new FeedPatch(
                        changed.value("channel_id", change.getChannelId()),
                        changed.value("name", change.getName()),
                        changed.value("interval_seconds", change.getIntervalSeconds()),
                        changed.value("state", FeedSourceProtos.state(change.getState()))));
        Answers.send(
                answer,
                UpdateFeedSourceResponse.newBuilder()
                        .setFeedSource(FeedSourceProtos.of(updated))
                        .build());
    }

    @Override
    public void deleteFeedSource(DeleteFeedSourceRequest request, StreamObserver<DeleteFeedSourceResponse> answer) {
        register.delete(request.getFeedSourceId());
        Answers.send(answer, DeleteFeedSourceResponse.getDefaultInstance());
    }

    @Override
    public void pollFeedSource(PollFeedSourceRequest request, StreamObserver<PollFeedSourceResponse> answer) {
        var source = found(request.getFeedSourceId());
        if (!jobs.run(PollFeed.KIND, source.id(), source.host())) {
            throw new DomainException(ThirdpartyReason.POLL_RUNNING, "it is being polled right now");
        }
        Answers.send(
                answer,
                PollFeedSourceResponse.newBuilder()
                        .setFeedSource(FeedSourceProtos.of(found(source.id())))
                        .build());
    }

    private FeedSource found(String id) {
        return sources.find(id).orElseThrow(RegisterFeeds::notFound);
    }
}
