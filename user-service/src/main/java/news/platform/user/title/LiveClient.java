package news.platform.user.title;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.livenews.v1.BatchGetLivesRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveServiceGrpc.LiveServiceBlockingStub;
import news.platform.text.Lines;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks livenews-service. */
@Component
@ImportGrpcClients(target = "livenews", types = LiveServiceBlockingStub.class)
final class LiveClient {
    /** What one BatchGetLives takes. */
    private static final int BATCH = 50;

    /** How much of its text stands for the title that a live has not, in characters. */
    private static final int BEGINNING = 60;

    private final LiveServiceBlockingStub lives;

    LiveClient(LiveServiceBlockingStub lives) {
        this.lives = lives;
    }

    /**
     * The titles of those of these lives that readers have, by id: one call for each fifty.
     *
     * @param deadline for all of it
     * @throws io.grpc.StatusRuntimeException where livenews-service does not answer in time
     */
    Map<String, String> titles(List<String> ids, Duration deadline) {
        var titles = new HashMap<String, String>();
        var stub = lives.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        for (var from = 0; from < ids.size(); from += BATCH) {
            var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            var request = BatchGetLivesRequest.newBuilder().addAllIds(batch).build();
            stub.batchGetLives(request).getLivesList().forEach(live -> titles.put(live.getId(), title(live)));
        }
        return titles;
    }

    private static String title(Live live) {
        if (!live.getTitle().isEmpty()) {
            return live.getTitle();
        }
        return Lines.cut(live.getContentText().lines().findFirst().orElse(""), BEGINNING);
    }
}
