package news.platform.thirdparty.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.v1.FeedItemReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThirdpartyTest
class TakeItemsIT {
    @Autowired
    private TakeItems taking;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SentEvents sent;

    private final Origin origin = new Origin("partner:" + UUID.randomUUID(), Target.ARTICLES);
    private final String uri = "urn:test:" + UUID.randomUUID();

    @Test
    void takesTheItemsOfAListInOneTransaction() {
        assertThat(taking.takeVersions(origin, List.of(item("a", "A"), item("b", "B"), item("a", "A"))))
                .containsExactly(Taken.CREATED, Taken.CREATED, Taken.DUPLICATE);

        assertThat(jdbc.sql("select count(distinct xmin::text) from feed_item where origin = :origin")
                        .param("origin", origin.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneThatTheDatabaseRefusesTakesNoneOfThoseBeforeItAlong() {
        var list = List.of(item("a", "Whole"), item("b", "Broken"));
        jdbc.sql("alter table feed_item add constraint whole check (title <> 'Broken')")
                .update();
        try {
            assertThatThrownBy(() -> taking.takeVersions(origin, list)).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table feed_item drop constraint whole").update();
        }

        assertThat(sent.of(FeedItemReceived.getDefaultInstance()).stream()
                        .filter(event -> event.getUri().startsWith(uri)))
                .extracting(FeedItemReceived::getTitle)
                .containsExactly("Whole");
        assertThat(taking.takeVersions(origin, list)).containsExactly(Taken.DUPLICATE, Taken.CREATED);
    }

    private NamedVersion item(String name, String title) {
        return new NamedVersion(
                new IncomingItem(
                        uri + name,
                        title,
                        "",
                        "",
                        "en",
                        "",
                        null,
                        List.of(),
                        List.of("global"),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        false),
                new SourceVersion("1"));
    }
}
