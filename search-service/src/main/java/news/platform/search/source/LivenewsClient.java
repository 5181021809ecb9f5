package news.platform.search.source;

import java.util.concurrent.TimeUnit;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.LiveServiceGrpc.LiveServiceBlockingStub;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks livenews-service for lives. */
@Component
@Order(1)
@ImportGrpcClients(target = "livenews", types = LiveServiceBlockingStub.class)
final class LivenewsClient implements Owner {
    /** Of the longest lives not more than a message may carry. */
    private static final int PAGE = 20;

    private final LiveServiceBlockingStub lives;
    private final SourceProperties properties;

    LivenewsClient(LiveServiceBlockingStub lives, SourceProperties properties) {
        this.lives = lives;
        this.properties = properties;
    }

    @Override
    public Part page(String token) {
        var page = lives.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .listLives(ListLivesRequest.newBuilder()
                        .setPageSize(PAGE)
                        .setPageToken(token)
                        .build());
        return new Part(page.getLivesList().stream().map(SourceProtos::live).toList(), page.getNextPageToken());
    }
}
