package news.platform.content.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.content.body.Bodies;
import news.platform.content.body.BodyHtml;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published articles with their whole bodies. */
@Component
public final class WholeArticles {
    private static final ListedArticleRow ROW = new ListedArticleRow();
    private static final String PUBLISHED =
            " from article a where a.id = any (:ids) and a.state in ('SCHEDULED', 'PUBLISHED') and a.publish_time <= now()";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    WholeArticles(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** How many bytes the bodies have, by id. */
    Map<String, Long> lengths(Collection<String> ids) {
        var lengths = new HashMap<String, Long>();
        jdbc.sql("select a.id, octet_length(a.body_html) as bytes" + PUBLISHED)
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    lengths.put(row.getString("id"), row.getLong("bytes"));
                });
        return lengths;
    }

    /** Those of the ids that readers have, in no order. */
    List<Whole> published(Collection<String> ids) {
        return jdbc.sql("select " + ListedArticleRow.COLUMNS + ", a.body_html, a.preview_html, a.preview_rule"
                        + PUBLISHED)
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> {
                    var listed = ROW.mapRow(row, number);
                    return new Whole(
                            listed,
                            bodies.saved(
                                    row.getString("body_html"),
                                    row.getString("preview_html"),
                                    row.getString("preview_rule"),
                                    listed.version()));
                })
                .list();
    }

    /** An article with all that was written. */
    public record Whole(ListedArticle listed, BodyHtml body) {}
}
