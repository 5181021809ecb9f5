package news.platform.user.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.platform.user.v1.BookmarksCounted;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.annotation.Transactional;

/** How counts come about is platform-work's matter. */
class BookmarkCountsIT extends MarkTest {
    @Test
    void tellsHowManyThereAreNotWhatHappened() {
        var id = article("Popular");
        var fan = user("fan-of-" + id);
        jdbc.sql("""
                        insert into account (id, email, email_key, password_hash, display_name, roles, create_time)
                        values (:id, :id || '@fans.example', :id || '@fans.example', '', 'Fan', array['reader'], now())""").param("id", "fan-of-" + id).update();
        bookmark(fan, "articles", id);
        bookmark(reader, "articles", id);
        bookmark(reader, "articles", id);
        awaitCount(id, 2);

        removeBookmark(fan, "articles", id);
        removeBookmark(fan, "articles", id);
        awaitCount(id, 1);

        assertThat(counts(id))
                .extracting(BookmarksCounted::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    @Transactional
    void countsAnewWhatWasBookmarkedBefore() throws IOException {
        var id = article("Old");
        jdbc.sql("""
                        insert into mark (user_id, list, target, create_time)
                        select :user, 'BOOKMARKS', 'articles/' || :id, now()""").param("user", userId).param("id", id).update();

        jdbc.sql(new ClassPathResource("db/platform/V801__count_bookmarks.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();

        assertThat(jdbc.sql("select delta from platform.tally_change where key = 'articles/' || :id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }

    private void awaitCount(String id, long count) {
        await().untilAsserted(() -> assertThat(counts(id))
                .last()
                .extracting(BookmarksCounted::getCount)
                .isEqualTo(count));
    }

    private List<BookmarksCounted> counts(String id) {
        return events.of(BookmarksCounted.getDefaultInstance(), "articles/" + id);
    }
}
