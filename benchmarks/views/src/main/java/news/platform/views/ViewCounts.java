package news.platform.views;

import java.util.List;
import java.util.TreeMap;
import news.platform.messaging.signal.BatchEventHandler;
import news.platform.views.v1.RecordViewRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often each article was looked at. */
@Component
final class ViewCounts implements BatchEventHandler<RecordViewRequest> {
    private final JdbcClient jdbc;

    ViewCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<RecordViewRequest> type() {
        return RecordViewRequest.class;
    }

    /** One statement a batch; in the order of the ids, so that two batches never wait for each other crosswise. */
    @Override
    public void on(List<Taken<RecordViewRequest>> batch) {
        var views = new TreeMap<String, Long>();
        batch.forEach(taken -> views.merge(taken.event().getArticleId(), 1L, Long::sum));
        jdbc.sql("""
                        insert into article_view (article_id, views)
                        select article_id, views from unnest(:articles, :views) as batch (article_id, views)
                        on conflict (article_id) do update set views = article_view.views + excluded.views""")
                .param("articles", views.keySet().toArray(String[]::new))
                .param("views", views.values().toArray(Long[]::new))
                .update();
    }
}
