package news.platform.work.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import news.platform.work.WorkApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(classes = WorkApplication.class)
class LeaderIT {
    private static final Duration WORKED = Duration.ofMinutes(5);

    @Autowired
    private Leader leader;

    @Autowired
    private Replicas replicas;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void letsOneOfTheReplicasTakeItsTurn() throws Exception {
        var turn = leader.only("report", () -> WORKED);
        try (var replica = replicas.another()) {
            var other = replica.getBean(Leader.class).only("report", () -> WORKED);

            assertThat(turn.take()).isEqualTo(WORKED);
            assertThat(other.take()).isEqualTo(Duration.ofSeconds(1));
            assertThat(turn.take()).isEqualTo(WORKED);
        }
    }

    @Test
    void letsAnotherLeadWhenItIsGone() throws Exception {
        try (var replica = replicas.another()) {
            var other = replica.getBean(Leader.class);
            assertThat(other.leads("index")).isTrue();
            assertThat(leader.leads("index")).isFalse();
        }

        assertThat(leader.leads("index")).isTrue();
    }

    @Test
    void letsAnotherLeadWhenItsConnectionIsKilled() throws Exception {
        try (var replica = replicas.another()) {
            var other = replica.getBean(Leader.class);
            assertThat(other.leads("sitemap")).isTrue();

            jdbc.sql("""
                            select pg_terminate_backend(l.pid, 10000) from pg_locks l
                            where l.locktype = 'advisory' and l.objid::bigint = hashtext('sitemap')::bit(32)::bigint""").query().listOfRows();

            assertThat(leader.leads("sitemap")).isTrue();
            assertThat(catchThrowable(() -> other.leads("sitemap"))).isInstanceOf(SQLException.class);
            assertThat(other.leads("sitemap")).isFalse();
        }
    }

    @Test
    void leadsOneThingWithoutLeadingAnother() throws Exception {
        try (var replica = replicas.another()) {
            assertThat(leader.leads("left")).isTrue();
            assertThat(replica.getBean(Leader.class).leads("right")).isTrue();
            assertThat(leader.leads("right")).isFalse();
        }
    }
}
