package news.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import news.platform.test.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class DedicatedConnectionsIT {
    private static final String WHERE_AND_AS_WHOM =
            "select current_database() || ' ' || current_setting('application_name')";

    @Test
    void goToTheApplicationsDatabaseOrPastItsPooler() throws SQLException {
        try (var pooled = TestDatabase.empty();
                var direct = TestDatabase.empty()) {
            assertThat(seen(pooled, null)).isEqualTo(name(pooled) + " notes relay");
            assertThat(seen(pooled, direct.url())).isEqualTo(name(direct) + " notes relay");
        }
    }

    private static String seen(TestDatabase database, @Nullable String url) throws SQLException {
        var connections = new DedicatedConnections(new Details(database.url()), url, "notes relay");
        try (var connection = connections.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WHERE_AND_AS_WHOM)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String name(TestDatabase database) {
        String url = database.url();
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    /** Where an application's database is said to be. */
    private record Details(String url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
