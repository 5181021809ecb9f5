package news.platform.comment.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import news.platform.comment.review.Review.Cause;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of the moderators. */
@Component
public final class Reviews {
    private static final String COLUMNS =
            "r.comment_id, r.target, r.cause, r.score, r.categories, r.open_time, r.claimed_by, r.claim_until";

    private final JdbcClient jdbc;
    private final Pages pages;

    Reviews(JdbcClient jdbc, Pages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /** Has a comment wait; one that waits already waits for this reason, too, where it says more. */
    public void open(Review review) {
        jdbc.sql("""
                        insert into review as r (comment_id, target, cause, score, categories, open_time)
                        values (:comment, :target, :cause, :score, :categories, :time)
                        on conflict (comment_id) do update
                           set cause = excluded.cause,
                               score = greatest(r.score, excluded.score),
                               categories = excluded.categories""")
                .param("comment", review.commentId())
                .param("target", review.target())
                .param("cause", review.cause().name())
                .param("score", review.score())
                .param("categories", review.categories().toArray(String[]::new))
                .param("time", Instants.parameter(review.openTime()))
                .update();
    }

    /** Nothing is left to decide; false where nothing was. */
    public boolean close(String commentId) {
        return jdbc.sql("delete from review where comment_id = :comment")
                        .param("comment", commentId)
                        .update()
                == 1;
    }

    /** For a decision: nobody else decides until the transaction ends. */
    public Optional<Review> lock(String commentId) {
        return jdbc.sql("select " + COLUMNS + " from review r where r.comment_id = :comment for update")
                .param("comment", commentId)
                .query(Reviews::review)
                .optional();
    }

    /** Has a moderator hold it until then; false where another one does. */
    public boolean claim(String commentId, String moderatorId, Instant now, Instant until) {
        return jdbc.sql("""
                        update review set claimed_by = :moderator, claim_until = :until
                         where comment_id = :comment
                           and (claimed_by is null or claimed_by = :moderator or claim_until <= :now)""")
                        .param("comment", commentId)
                        .param("moderator", moderatorId)
                        .param("until", Instants.parameter(until))
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** Those that wait for one of these reasons, after this comment in the order of ids. */
    public List<Review> after(String commentId, List<Cause> causes, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from review r
                        where r.comment_id > :comment and r.cause = any (:causes)
                        order by r.comment_id limit :limit""")
                .param("comment", commentId)
                .param("causes", causes.stream().map(Cause::name).toArray(String[]::new))
                .param("limit", limit)
                .query(Reviews::review)
                .list();
    }

    /** The queue, longest waiting first. */
    public Page<Review> page(QueueFilter filter, PageRequest page) {
        return pages.byTime(
                PageScope.of("queue").with("state", filter.state()).with("target", filter.target()),
                page,
                review -> new TimeAndId(review.openTime(), review.commentId()),
                (after, limit) -> page(filter, after, limit));
    }

    private List<Review> page(QueueFilter filter, Optional<TimeAndId> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select " + COLUMNS + " from review r where true");
        if (!filter.target().isEmpty()) {
            sql.append(" and r.target = :target");
            parameters.put("target", filter.target());
        }
        sql.append(
                switch (filter.state()) {
                    case ALL -> "";
                    case PENDING ->
                        " and exists (select from comment c where c.id = r.comment_id and c.state = 'PENDING')";
                    case REPORTED ->
                        " and exists (select from report where report.comment_id = r.comment_id and outcome is null)";
                    case APPEALED -> " and r.cause = 'APPEAL'";
                });
        after.ifPresent(place -> {
            sql.append(" and (r.open_time, r.comment_id) > (:time, :id)");
            parameters.put("time", Instants.parameter(place.time()));
            parameters.put("id", place.id());
        });
        sql.append(" order by r.open_time, r.comment_id limit :limit");
        parameters.put("limit", limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query(Reviews::review)
                .list();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        var claimedBy = row.getString("claimed_by");
        return new Review(
                row.getString("comment_id"),
                row.getString("target"),
                Cause.valueOf(row.getString("cause")),
                row.getInt("score"),
                Arrays.asList((String[]) row.getArray("categories").getArray()),
                Instants.of(row, "open_time"),
                claimedBy == null ? "" : claimedBy,
                Instants.optional(row, "claim_until").orElse(Instant.EPOCH));
    }
}
