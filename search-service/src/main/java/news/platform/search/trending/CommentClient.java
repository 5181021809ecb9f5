package news.platform.search.trending;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import news.platform.comment.v1.ScreenTextsRequest;
import news.platform.comment.v1.ScreeningServiceGrpc.ScreeningServiceBlockingStub;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks comment-service, which keeps the word lists of moderators. */
@Component
@ImportGrpcClients(target = "comment", types = ScreeningServiceBlockingStub.class)
final class CommentClient {
    private final ScreeningServiceBlockingStub screening;
    private final TrendingProperties properties;

    CommentClient(ScreeningServiceBlockingStub screening, TrendingProperties properties) {
        this.screening = screening;
        this.properties = properties;
    }

    /**
     * Those of the texts that may be shown.
     *
     * @throws io.grpc.StatusRuntimeException where comment-service does not answer in time
     */
    Set<String> harmless(Collection<String> texts) {
        return new HashSet<>(screening
                .withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .screenTexts(ScreenTextsRequest.newBuilder().addAllTexts(texts).build())
                .getHarmlessList());
    }
}
