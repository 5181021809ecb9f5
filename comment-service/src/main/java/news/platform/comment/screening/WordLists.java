package news.platform.comment.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The word lists, by category. */
@Component
final class WordLists {
    private static final String COLUMNS = "category, weight, passing_weight, words, version, update_time";

    private final JdbcClient jdbc;

    WordLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WordList> all() {
        return jdbc.sql("select " + COLUMNS + " from word_list order by category")
                .query(WordLists::list)
                .list();
    }

    /** Changes whenever one of them does. */
    long version() {
        return jdbc.sql("select coalesce(sum(version), 0) from word_list")
                .query(Long.class)
                .single();
    }

    Optional<WordList> find(String category) {
        return jdbc.sql("select " + COLUMNS + " from word_list where category = :category")
                .param("category", category)
                .query(WordLists::list)
                .optional();
    }

    /** For a change, one that is not there yet included: nobody else changes a list until the transaction ends. */
    Optional<WordList> lock(String category) {
        jdbc.sql("lock table word_list in share row exclusive mode").update();
        return find(category);
    }

    void save(WordList list) {
        jdbc.sql("""
                        insert into word_list (category, weight, passing_weight, words, version, update_time)
                        values (:category, :weight, :passing, :words, :version, :time)
                        on conflict (category) do update
                           set weight = excluded.weight,
                               passing_weight = excluded.passing_weight,
                               words = excluded.words,
                               version = excluded.version,
                               update_time = excluded.update_time""")
                .param("category", list.category())
                .param("weight", list.weight())
                .param("passing", list.passingWeight())
                .param("words", list.words().toArray(String[]::new))
                .param("version", list.version())
                .param("time", Instants.parameter(list.updateTime()))
                .update();
    }

    private static WordList list(ResultSet row, int number) throws SQLException {
        return new WordList(
                row.getString("category"),
                row.getInt("weight"),
                row.getInt("passing_weight"),
                Arrays.asList((String[]) row.getArray("words").getArray()),
                row.getLong("version"),
                Instants.of(row, "update_time"));
    }
}
