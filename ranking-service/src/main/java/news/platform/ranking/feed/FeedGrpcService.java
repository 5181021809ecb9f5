package news.platform.ranking.feed;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.grpc.server.Answers;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.summary.SummaryClient;
import news.platform.ranking.v1.FeedItem;
import news.platform.ranking.v1.FeedServiceGrpc;
import news.platform.ranking.v1.ListFeedRequest;
import news.platform.ranking.v1.ListFeedResponse;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class FeedGrpcService extends FeedServiceGrpc.FeedServiceImplBase {
    private final ReadFeed feed;
    private final SummaryClient summaries;
    private final Pages pages;

    FeedGrpcService(ReadFeed feed, SummaryClient summaries, Pages pages) {
        this.feed = feed;
        this.summaries = summaries;
        this.pages = pages;
    }

    @Override
    public void listFeed(ListFeedRequest request, StreamObserver<ListFeedResponse> answer) {
        var page = new PageRequest(request.getPageSize(), request.getPageToken());
        var scope = PageScope.of("feed").with("channel", request.getChannel());
        var reader = Callers.current().map(Caller::userId);
        var upcoming = pages.key(scope, page.token())
                .map(key -> feed.after(Cursor.of(key), request.getChannel(), reader, page.size()))
                .orElseGet(() -> feed.first(request.getChannel(), reader, page.size()));
        Answers.send(answer, shown(upcoming, page.size(), scope));
    }

    /** The first of them that their owners show; whatever stands before the last of these is given. */
    private ListFeedResponse shown(Upcoming upcoming, int size, PageScope scope) {
        var articles = summaries.articles(ids(upcoming.entries(), ItemRef.ARTICLES));
        var lives = summaries.lives(ids(upcoming.entries(), ItemRef.LIVES));
        var items = new ArrayList<FeedItem>(size);
        int given = 0;
        for (; given < upcoming.entries().size() && items.size() < size; given++) {
            var ref = upcoming.entries().get(given).ref();
            var item = FeedItem.newBuilder().setPinned(upcoming.pinned().contains(ref));
            Optional.ofNullable(articles.get(ref.id())).ifPresent(item::setArticle);
            Optional.ofNullable(lives.get(ref.id())).ifPresent(item::setLive);
            if (item.getItemCase() != FeedItem.ItemCase.ITEM_NOT_SET
                    && !upcoming.recalled().contains(ref)) {
                items.add(item.build());
            }
        }
        var reached = upcoming.after(given);
        return ListFeedResponse.newBuilder()
                .addAllItems(items)
                .setNextPageToken(upcoming.goesOnAfter(reached) ? pages.token(scope, reached.key()) : "")
                .build();
    }

    private static List<String> ids(List<Entry> entries, String type) {
        return entries.stream()
                .map(Entry::ref)
                .filter(ref -> ref.type().equals(type))
                .map(ItemRef::id)
                .toList();
    }
}
