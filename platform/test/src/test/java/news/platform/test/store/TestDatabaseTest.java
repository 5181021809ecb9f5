package news.platform.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void isARealPostgresOfTheVersionThatProductionHas() throws SQLException {
        try (var connection = TestDatabase.empty().dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void isEmptyEachTime() throws SQLException {
        create(TestDatabase.empty().dataSource());
        create(TestDatabase.empty().dataSource());
    }

    @Test
    void isGoneWhenClosedWhoeverIsConnected() throws SQLException {
        var database = TestDatabase.empty();
        try (var _ = database.dataSource().getConnection()) {
            database.close();
        }

        assertThatThrownBy(() -> database.dataSource().getConnection()).hasMessageContaining("does not exist");
    }

    private static void create(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id int)");
        }
    }
}
