package news.platform.market.watchlist;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.v1.MarketReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a watchlist, or replaces it. */
@Component
final class ChangeWatchlist {
    private static final int MOST = 20;

    private final Watchlists watchlists;
    private final KnownInstruments instruments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeWatchlist(Watchlists watchlists, KnownInstruments instruments, TransactionTemplate transaction, Clock clock) {
        this.watchlists = watchlists;
        this.instruments = instruments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** {@code etag}: what the change is based on; empty for whatever there is. */
    Watchlist put(String userId, String id, List<String> symbols, String etag) {
        for (int at = 0; at < symbols.size(); at++) {
            instruments.requireKnown("watchlist.symbols[" + at + "]", symbols.get(at));
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            watchlists.lock(userId);
            long version = watchlists.find(userId, id).map(Watchlist::version).orElse(0L);
            Etags.require(etag, version);
            if (version == 0 && watchlists.count(userId) >= MOST) {
                throw new DomainException(MarketReason.WATCHLISTS_FULL, "there are " + MOST + " watchlists already");
            }
            var changed = new Watchlist(id, symbols, version + 1, clock.instant());
            watchlists.put(userId, changed);
            return changed;
        }));
    }
}
