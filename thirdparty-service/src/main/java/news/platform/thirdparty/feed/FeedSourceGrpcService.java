package news.platform.thirdparty.feed;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.PageSize;
import news.platform.persistence.page.PageTokens;
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
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class FeedSourceGrpcService extends FeedSourceServiceImplBase {

    private static final PageScope LIST = PageScope.of("feedSources");

    private final JdbcFeedSources sources;
    private final RegisterFeeds register;
    private final JdbcPolls polls;
    private final PollFeed pollFeed;
    private final FeedPolling polling;
    private final Idempotency idempotency;
    private final PageTokens pageTokens;

    FeedSourceGrpcService(
            JdbcFeedSources sources,
            RegisterFeeds register,
            JdbcPolls polls,
            PollFeed pollFeed,
            FeedPolling polling,
            Idempotency idempotency,
            PageTokens pageTokens) {
        this.sources = sources;
        this.register = register;
        this.polls = polls;
        this.pollFeed = pollFeed;
        this.polling = polling;
        this.idempotency = idempotency;
        this.pageTokens = pageTokens;
    }

    @Override
    public void listFeedSources(ListFeedSourcesRequest request, StreamObserver<ListFeedSourcesResponse> answer) {
        int size = PageSize.of(request.getPageSize());
        List<FeedSource> found = pageTokens
                .decode(LIST, request.getPageToken())
                .map(key -> sources.after(Instant.parse(key.get(0)), key.get(1), size + 1))
                .orElseGet(() -> sources.first(size + 1));
        List<FeedSource> page = found.subList(0, Math.min(size, found.size()));
        var response = ListFeedSourcesResponse.newBuilder()
                .addAllFeedSources(page.stream().map(FeedSourceProtos::of).toList());
        if (found.size() > size) {
            FeedSource last = page.getLast();
            response.setNextPageToken(
                    pageTokens.encode(LIST, List.of(last.createTime().toString(), last.id())));
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    @Override
    public void getFeedSource(GetFeedSourceRequest request, StreamObserver<GetFeedSourceResponse> answer) {
        FeedSource source = found(request.getFeedSourceId());
        answer.onNext(GetFeedSourceResponse.newBuilder()
                .setFeedSource(FeedSourceProtos.of(source))
                .build());
        answer.onCompleted();
    }

    @Override
    public void createFeedSource(CreateFeedSourceRequest request, StreamObserver<CreateFeedSourceResponse> answer) {
        answer.onNext(idempotency.once(
                request,
                CreateFeedSourceResponse.getDefaultInstance(),
                () -> register.permitted(request.getUrl()),
                url -> CreateFeedSourceResponse.newBuilder()
                        .setFeedSource(FeedSourceProtos.of(register.create(url, request)))
                        .build()));
        answer.onCompleted();
        polling.wake();
    }

    @Override
    public void updateFeedSource(UpdateFeedSourceRequest request, StreamObserver<UpdateFeedSourceResponse> answer) {
        FeedSource updated = register.update(request);
        answer.onNext(UpdateFeedSourceResponse.newBuilder()
                .setFeedSource(FeedSourceProtos.of(updated))
                .build());
        answer.onCompleted();
        polling.wake();
    }

    @Override
    public void deleteFeedSource(DeleteFeedSourceRequest request, StreamObserver<DeleteFeedSourceResponse> answer) {
        if (!sources.delete(request.getFeedSourceId())) {
            throw RegisterFeeds.notFound();
        }
        answer.onNext(DeleteFeedSourceResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void pollFeedSource(PollFeedSourceRequest request, StreamObserver<PollFeedSourceResponse> answer) {
        FeedSource source = found(request.getFeedSourceId());
        Claim claim = polls.claim(source.id())
                .orElseThrow(() -> new DomainException(ThirdpartyReason.POLL_RUNNING, "it is being polled right now"));
        pollFeed.poll(claim);
        answer.onNext(PollFeedSourceResponse.newBuilder()
                .setFeedSource(FeedSourceProtos.of(found(source.id())))
                .build());
        answer.onCompleted();
    }

    private FeedSource found(String id) {
        return sources.find(id).orElseThrow(RegisterFeeds::notFound);
    }
}
