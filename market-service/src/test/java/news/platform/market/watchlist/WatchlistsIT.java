package news.platform.market.watchlist;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.GetWatchlistRequest;
import news.platform.market.v1.UpdateWatchlistRequest;
import news.platform.market.v1.Watchlist;
import news.platform.market.v1.WatchlistChange;
import news.platform.market.v1.WatchlistServiceGrpc;
import news.platform.market.v1.WatchlistServiceGrpc.WatchlistServiceBlockingStub;
import news.platform.test.TestTokens;
import news.platform.user.v1.UserDeleted;
import org.junit.jupiter.api.Test;

class WatchlistsIT extends MarketServiceTest {
    private final String ann = "user-" + UUID.randomUUID();

    @Test
    void keepsTheUsersOrder() {
        put("mine", "", "OILX", "GASX", "GOLDX");

        put("mine", "v1", "GOLDX", "OILX");

        assertThat(get(ann, "mine").getSymbolsList()).containsExactly("GOLDX", "OILX");
        assertThat(get(ann, "mine").getEtag()).isEqualTo("v2");
    }

    @Test
    void refusesAChangeOfWhatItIsNotAnyMore() {
        put("mine", "", "OILX");
        put("mine", "v1", "GASX");

        assertRefused("ETAG_MISMATCH", () -> put("mine", "v1", "GOLDX"));
        assertRefused("ETAG_MISMATCH", () -> put("other", "v1", "GOLDX"));
        assertThat(get(ann, "mine").getSymbolsList()).containsExactly("GASX");
    }

    @Test
    void refusesSymbolsOfNothingAndNamesThatAreNone() {
        assertRefused("UNKNOWN_SYMBOL", () -> put("mine", "", "OILX", "NOPE"), "watchlist.symbols[1]");
        assertInvalid(() -> put("mine", "", "OILX", "OILX"), "watchlist.symbols");
        assertInvalid(() -> put("my list", "", "OILX"), "watchlistId");
    }

    @Test
    void aUserHasTwentyAtMostAndNobodyElses() {
        for (int number = 0; number < 20; number++) {
            put("list-" + number, "", "OILX");
        }

        assertRefused("WATCHLISTS_FULL", () -> put("list-20", "", "OILX"));
        put("list-19", "", "GASX");
        assertRefused("WATCHLIST_NOT_FOUND", () -> get("user-" + UUID.randomUUID(), "list-1"));
    }

    @Test
    void forgetsADeletedAccount() {
        put("mine", "", "OILX");

        happened(UserDeleted.newBuilder().setUserId(ann).setVersion(9).build());

        await().untilAsserted(() -> assertRefused("WATCHLIST_NOT_FOUND", () -> get(ann, "mine")));
    }

    private Watchlist put(String id, String etag, String... symbols) {
        return as(ann).updateWatchlist(UpdateWatchlistRequest.newBuilder()
                        .setWatchlistId(id)
                        .setEtag(etag)
                        .setWatchlist(WatchlistChange.newBuilder().addAllSymbols(List.of(symbols)))
                        .build())
                .getWatchlist();
    }

    private Watchlist get(String userId, String id) {
        return as(userId)
                .getWatchlist(
                        GetWatchlistRequest.newBuilder().setWatchlistId(id).build())
                .getWatchlist();
    }

    private WatchlistServiceBlockingStub as(String userId) {
        return WatchlistServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId)));
    }
}
