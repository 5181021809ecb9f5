package news.platform.benchmarks.signals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import news.platform.local.console.Complaint;

/** What the service of views has counted. */
record ViewsTable(Map<String, String> stores) {
    /** All views of all articles; 0 as long as there is no table. */
    long total() {
        try (var connection = DriverManager.getConnection(
                        property("spring.datasource.url"),
                        property("spring.datasource.username"),
                        property("spring.datasource.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(sum(views), 0) from article_view")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return 0;
            }
            throw new Complaint("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private String property(String name) {
        return Objects.requireNonNull(stores.get(name));
    }
}
