package news.platform.market.candle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.session.ExchangeCalendar;
import news.platform.market.session.Exchanges;
import news.platform.market.session.Session;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.thirdparty.v1.DailyBar;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import org.springframework.stereotype.Component;

/** Takes what vendors know of earlier days; what is of no known instrument or no session is left out. */
@Component
final class PriceHistoryHandler implements EventHandler {
    private final KnownInstruments instruments;
    private final Exchanges exchanges;
    private final Candles candles;
    private final Splits splits;
    private final CandleEvents events;

    PriceHistoryHandler(
            KnownInstruments instruments, Exchanges exchanges, Candles candles, Splits splits, CandleEvents events) {
        this.instruments = instruments;
        this.exchanges = exchanges;
        this.candles = candles;
        this.splits = splits;
        this.events = events;
    }

    @Override
    public Takes takes() {
        return Takes.of(PriceHistoryReceived.class, this::received);
    }

    private void received(PriceHistoryReceived history, EventContext context) {
        var instrument = instruments.stored(history.getSymbol());
        if (instrument.isEmpty()) {
            return;
        }
        var calendar = exchanges.calendar(instrument.get().exchange());
        candles.replace(history.getBarsList().stream()
                .flatMap(bar ->
                        session(calendar, bar.getDate())
                                .map(session -> candle(history.getSymbol(), session, bar))
                                .stream())
                .toList());
        history.getSplitsList().forEach(split -> session(calendar, split.getDate())
                .map(session -> new Split(session.open(), split.getNumerator(), split.getDenominator()))
                .ifPresent(each -> splits.put(history.getSymbol(), each)));
        events.corrected(history.getSymbol());
    }

    private static Optional<Session> session(ExchangeCalendar calendar, String date) {
        return calendar.session(LocalDate.parse(date));
    }

    private static Candle candle(String symbol, Session session, DailyBar bar) {
        return new Candle(
                new Candle.Key(Interval.DAY, symbol, session.open()),
                new BigDecimal(bar.getOpen()),
                new BigDecimal(bar.getHigh()),
                new BigDecimal(bar.getLow()),
                new BigDecimal(bar.getClose()),
                bar.getVolume(),
                session.open(),
                session.close());
    }
}
