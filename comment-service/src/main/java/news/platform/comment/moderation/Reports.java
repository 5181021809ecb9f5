package news.platform.comment.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.platform.comment.moderation.Report.Outcome;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What readers report. */
@Component
final class Reports {
    private static final String COLUMNS = "comment_id, reporter_id, reason, note, weight, create_time";

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Report> find(String commentId, String reporterId) {
        return jdbc.sql("select " + COLUMNS + " from report where comment_id = :comment and reporter_id = :reporter")
                .param("comment", commentId)
                .param("reporter", reporterId)
                .query(Reports::report)
                .optional();
    }

    void add(Report report) {
        jdbc.sql("""
                        insert into report (comment_id, reporter_id, reason, note, weight, create_time)
                        values (:comment, :reporter, :reason, :note, :weight, :time)""")
                .param("comment", report.commentId())
                .param("reporter", report.reporterId())
                .param("reason", report.reason().name())
                .param("note", report.note())
                .param("weight", report.weight())
                .param("time", Instants.parameter(report.createTime()))
                .update();
    }

    /**
     * How much somebody's reports count: 1 of whom nothing is known, more the more of them were upheld, up to next to 2, less the
     * more were dismissed, down to next to 0.
     */
    double weight(String reporterId) {
        return jdbc.sql("""
                        select 2.0 * (1 + count(*) filter (where outcome = 'UPHELD')) / (2 + count(*))
                          from report where reporter_id = :reporter and outcome is not null""").param("reporter", reporterId).query(Double.class).single();
    }

    /** Those of these comments that nobody has decided on, earliest first. */
    List<Report> open(Collection<String> commentIds) {
        return jdbc.sql("select " + COLUMNS + """
                         from report
                        where comment_id = any (:comments) and outcome is null
                        order by create_time, reporter_id""")
                .param("comments", commentIds.toArray(String[]::new))
                .query(Reports::report)
                .list();
    }

    /** What a moderator makes of those that are open. */
    void decide(String commentId, Outcome outcome) {
        jdbc.sql("update report set outcome = :outcome where comment_id = :comment and outcome is null")
                .param("comment", commentId)
                .param("outcome", outcome.name())
                .update();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getString("comment_id"),
                row.getString("reporter_id"),
                Report.Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getDouble("weight"),
                Instants.of(row, "create_time"));
    }
}
