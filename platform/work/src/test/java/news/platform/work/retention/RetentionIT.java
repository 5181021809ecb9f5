package news.platform.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import news.platform.persistence.RetentionRule;
import news.platform.test.PlatformTest;
import news.platform.work.WorkApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(classes = WorkApplication.class)
class RetentionIT {
    private static final Duration KEEP = Duration.ofDays(2);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void deletesRowsThatAreKeptLongEnoughAndNoOthers() {
        add("old", 2500, "3 days");
        add("young", 1, "1 day");

        apply(new RetentionRule("note", "create_time", KEEP));

        assertThat(notes("old")).isEmpty();
        assertThat(notes("young")).containsExactly("young-1");
    }

    @Test
    void keepsOldRowsThatDoNotMeetTheCondition() {
        add("kept", 3, "3 days");

        apply(new RetentionRule("note", "create_time", KEEP, "old.id = 'kept-1'"));

        assertThat(notes("kept")).containsExactly("kept-2", "kept-3");
    }

    @Test
    void appliesTheOthersWhereOneRuleFails() {
        add("last", 1, "3 days");

        apply(new RetentionRule("nowhere", "create_time", KEEP), new RetentionRule("note", "create_time", KEEP));

        assertThat(notes("last")).isEmpty();
    }

    private void apply(RetentionRule... rules) {
        new Retention(jdbc, clock, List.of(rules)).applyAll();
    }

    private void add(String name, int count, String age) {
        jdbc.sql("""
                        insert into note (id, create_time)
                        select :name || '-' || n, now() - cast(:age as interval) from generate_series(1, :count) n""")
                .param("name", name)
                .param("age", age)
                .param("count", count)
                .update();
    }

    private List<String> notes(String name) {
        return jdbc.sql("select id from note where id like :name || '-%' order by id")
                .param("name", name)
                .query(String.class)
                .list();
    }
}
