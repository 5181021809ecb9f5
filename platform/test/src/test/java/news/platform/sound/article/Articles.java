package news.platform.sound.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A repository. */
@Component
final class Articles {
    private final Connection database;

    Articles(Connection database) {
        this.database = database;
    }

    Optional<Article> find(String id) throws SQLException {
        try (var select = database.prepareStatement("select title from article where id = ?")) {
            select.setString(1, id);
            var row = select.executeQuery();
            return row.next() ? Optional.of(new Article(row.getString("title"), Instant.EPOCH)) : Optional.empty();
        }
    }
}
