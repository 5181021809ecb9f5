package news.platform.ranking.engagement;

import java.util.List;
import news.platform.messaging.signal.BatchEventHandler;
import news.platform.ranking.v1.RecordViewRequest;
import org.springframework.stereotype.Component;

/** Counts views as they come. */
@Component
final class ViewsHandler implements BatchEventHandler<RecordViewRequest> {
    private final Views views;

    ViewsHandler(Views views) {
        this.views = views;
    }

    @Override
    public Class<RecordViewRequest> type() {
        return RecordViewRequest.class;
    }

    @Override
    public void on(List<Taken<RecordViewRequest>> batch) {
        views.count(batch.stream()
                .map(taken -> View.of(taken.event().getArticleId(), taken.sender(), taken.network()))
                .toList());
    }
}
