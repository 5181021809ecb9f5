package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.feed.FeedSource.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are somewhere else from now on, or nowhere. */
class MovedFeedIT extends FeedTest {
    private static final byte[] FEED = Rss.feed("Paper", Rss.item("1", "One"));

    @Test
    void stopsPollingWhatIsGoneAndSaysSo() {
        answer("/feed", 410, "");

        FeedSource after = poll(source("/feed"));

        assertThat(after.state()).isEqualTo(State.GONE);
        assertThat(after.health().lastOutcome()).isEqualTo("GONE");
        clock.advance(Duration.ofDays(1));
        assertThat(due()).isEmpty();
    }

    @Test
    void pollsAgainWhatAnAdministratorFindsBack() {
        answer("/feed", 410, "");
        FeedSource gone = poll(source("/feed"));
        web.body("/feed", "text/xml", FEED);

        assertThat(poll(gone).state()).isEqualTo(State.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 451, 500})
    void pollsOnWhatMayComeBack(int status) {
        answer("/feed", status, "");

        assertThat(poll(source("/feed")).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void pollsOnWhatIsGoneOnlyWhereItWasSentForOnce() {
        answer("/feed", 302, "/today");
        answer("/today", 410, "");

        FeedSource after = poll(source("/feed"));

        assertThat(after.state()).isEqualTo(State.ACTIVE);
        assertThat(after.health().lastOutcome()).isEqualTo("HTTP_STATUS");
    }

    @Test
    void leavesPausedWhatAnAdministratorPaused() {
        FeedSource source = source("/feed");
        jdbc.sql("update feed_source set state = 'PAUSED'").update();
        answer("/feed", 410, "");

        assertThat(poll(source).state()).isEqualTo(State.PAUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void remembersTheNewAddress(int status) {
        answer("/old", status, "/new");
        web.body("/new", "text/xml", FEED);

        FeedSource after = poll(source("/old"));
        poll(after);

        assertThat(after.url()).isEqualTo(address("/new"));
        assertThat(after.movedFrom()).isEqualTo(address("/old"));
        assertThat(web.hits("/old")).isEqualTo(1);
        assertThat(web.hits("/new")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void asksTheOldAddressAgainAfterARedirectForOnce(int status) {
        answer("/old", status, "/new");
        web.body("/new", "text/xml", FEED);

        assertThat(poll(source("/old")).url()).isEqualTo(address("/old"));
    }

    @Test
    void remembersOnlyWhatComesBeforeTheFirstRedirectForOnce() {
        answer("/old", 301, "/new");
        answer("/new", 302, "/today");
        answer("/today", 301, "/server7");
        web.body("/server7", "text/xml", FEED);

        assertThat(poll(source("/old")).url()).isEqualTo(address("/new"));
    }

    @Test
    void remembersAMoveToWhereNothingHasChanged() {
        answer("/old", 301, "/new");
        web.on("/new", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                LocalWeb.send(exchange, 200, "text/xml", FEED);
            }
        });
        FeedSource source = source("/old");
        jdbc.sql("update feed_source set http_etag = '\"v1\"'").update();

        FeedSource after = poll(source);

        assertThat(after.health().lastOutcome()).isEqualTo("NOT_MODIFIED");
        assertThat(after.url()).isEqualTo(address("/new"));
    }

    @Test
    void remembersNoAddressThatHasNoFeed() {
        answer("/old", 301, "/login");
        web.body("/login", "text/html", "<html><body>Log in</body></html>".getBytes());
        answer("/other", 301, "/missing");

        assertThat(poll(source("/old")).url()).isEqualTo(address("/old"));
        assertThat(poll(source("/other")).url()).isEqualTo(address("/other"));
    }

    @Test
    void keepsItsAddressWhereAnotherSourceHasTheNewOne() {
        answer("/old", 301, "/new");
        web.body("/new", "text/xml", FEED);
        source("/new");

        FeedSource after = poll(source("/old"));

        assertThat(after.url()).isEqualTo(address("/old"));
        assertThat(after.health().lastOutcome()).isEqualTo("OK");
    }

    private void answer(String path, int status, String location) {
        web.on(path, exchange -> {
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }
}
