package news.platform.market.quote;

import java.math.BigDecimal;
import java.util.List;
import news.platform.market.session.Phase;
import news.platform.market.v1.QuoteStatus;
import news.platform.market.v1.StreamQuotesResponse;
import news.platform.proto.Timestamps;

/** Quotes as the contract has them. */
final class QuoteProtos {
    private QuoteProtos() {}

    static StreamQuotesResponse response(List<Quote> quotes) {
        return StreamQuotesResponse.newBuilder()
                .addAllQuotes(quotes.stream().map(QuoteProtos::message).toList())
                .build();
    }

    static news.platform.market.v1.Quote message(Quote quote) {
        var message = news.platform.market.v1.Quote.newBuilder()
                .setSymbol(quote.symbol())
                .setStatus(status(quote.phase()))
                .setStale(quote.stale());
        quote.change().map(BigDecimal::toPlainString).ifPresent(message::setChange);
        quote.changePercent().map(BigDecimal::toPlainString).ifPresent(message::setChangePercent);
        quote.prices().ifPresent(prices -> message.setLast(prices.last().toPlainString())
                .setHigh(prices.high().toPlainString())
                .setLow(prices.low().toPlainString())
                .setVolume(prices.volume())
                .setTime(Timestamps.of(prices.time())));
        return message.build();
    }

    private static QuoteStatus status(Phase phase) {
        return switch (phase) {
            case OPEN -> QuoteStatus.QUOTE_STATUS_OPEN;
            case BREAK -> QuoteStatus.QUOTE_STATUS_BREAK;
            case CLOSED -> QuoteStatus.QUOTE_STATUS_CLOSED;
        };
    }
}
