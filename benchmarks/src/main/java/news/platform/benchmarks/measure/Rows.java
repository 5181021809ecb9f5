package news.platform.benchmarks.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.up.RunningPlatform;

/** What services keep, read from their databases: nothing between it and the truth. */
public final class Rows {
    private Rows() {}

    /** What a row says. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * What a service's database answers.
     *
     * @param values of the only parameter, an array of texts
     */
    public static <T> List<T> of(
            RunningPlatform platform, String service, String sql, Collection<String> values, Row<T> row) {
        try (Connection connection = platform.database(service);
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            var all = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new Complaint("The database of " + service + " cannot be read: " + e.getMessage(), e);
        }
    }
}
