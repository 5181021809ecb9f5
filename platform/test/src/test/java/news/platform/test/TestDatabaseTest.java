package news.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void isARealPostgresOfTheVersionThatProductionHas() throws SQLException {
        try (var connection = TestDatabase.fresh().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void isEmptyEachTime() throws SQLException {
        create(TestDatabase.fresh());
        create(TestDatabase.fresh());
    }

    private static void create(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id int)");
        }
    }
}
