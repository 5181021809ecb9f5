package news.platform.thirdparty.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import news.platform.persistence.RetentionRule;
import news.platform.thirdparty.ThirdpartyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThirdpartyTest
class ItemRetentionIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownItems items;

    @Autowired
    private List<RetentionRule> rules;

    private String origin = UUID.randomUUID().toString();

    @BeforeEach
    void register() {
        jdbc.sql("""
                        insert into feed_source (id, url, host, channel_id, name, interval_seconds, state, create_time, next_poll_time)
                        values (:id, 'https://paper.example/' || :id, 'paper.example', 'global', '', 300, 'PAUSED', now(), now())""").param("id", origin).update();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from feed_source where id = :id").param("id", origin).update();
    }

    @Test
    void forgetsTheItemsOfASourceThatIsThereNoMore() {
        seen("first", 950);
        seen("last", 401);
        seen("young", 399);

        remove();
        forget();

        assertThat(uris()).containsExactly("young");
    }

    @Test
    void forgetsWhatAPartnerSentLongAgoThoughItHasSentNothingSince() {
        origin = "partner:" + origin;
        seen("last", 401);
        seen("young", 399);

        forget();

        assertThat(uris()).containsExactly("young");
    }

    @Test
    void forgetsWhatItsSourceHasLongShownNoMore() {
        seen("gone", 900);
        seen("late", 399);
        seen("shown", 0);

        forget();

        assertThat(uris()).containsExactly("late", "shown");
    }

    @Test
    void keepsTheItemsOfASourceThatHasShownNothingSince() {
        seen("first", 950);
        seen("last", 900);

        forget();

        assertThat(uris()).containsExactly("first", "last");
    }

    @Test
    void remembersThatAnUnchangedItemIsShown() {
        seen("evergreen", 900);
        seen("other", 0);

        assertThat(items.contents(origin, List.of("evergreen"))).containsKey("evergreen");
        forget();

        assertThat(uris()).containsExactly("evergreen", "other");
    }

    private void seen(String uri, int daysAgo) {
        jdbc.sql("""
                        insert into feed_item (id, origin, uri, version, content_hash, title, url, publish_time, receive_time,
                                               update_time, seen_time)
                        values (:id, :origin, :uri, 1, 'hash', 't', '', now(), now(), now(), now() - :days * interval '1 day')""")
                .param("id", UUID.randomUUID().toString())
                .param("origin", origin)
                .param("uri", uri)
                .param("days", daysAgo)
                .update();
    }

    private void forget() {
        RetentionRule rule = rules.stream()
                .filter(some -> some.table().equals("feed_item"))
                .findFirst()
                .orElseThrow();
        jdbc.sql("delete from %s old where old.%s < now() - interval '%d seconds' and (%s)"
                        .formatted(rule.table(), rule.timeColumn(), rule.keep().toSeconds(), rule.condition()))
                .update();
    }

    private List<String> uris() {
        return jdbc.sql("select uri from feed_item where origin = :origin order by uri")
                .param("origin", origin)
                .query(String.class)
                .list();
    }
}
