package news.platform.market.watchlist;

import java.time.Instant;
import java.util.List;

/**
 * Instruments that a user watches.
 *
 * @param id the user's choice
 * @param symbols in the user's order
 */
record Watchlist(String id, List<String> symbols, long version, Instant updateTime) {
    Watchlist {
        symbols = List.copyOf(symbols);
    }
}
