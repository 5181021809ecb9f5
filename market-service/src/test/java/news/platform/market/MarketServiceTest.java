package news.platform.market;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.market.v1.BatchGetQuotesRequest;
import news.platform.market.v1.CandleServiceGrpc;
import news.platform.market.v1.CandleServiceGrpc.CandleServiceBlockingStub;
import news.platform.market.v1.InstrumentServiceGrpc;
import news.platform.market.v1.InstrumentServiceGrpc.InstrumentServiceBlockingStub;
import news.platform.market.v1.Quote;
import news.platform.market.v1.QuoteServiceGrpc;
import news.platform.market.v1.QuoteServiceGrpc.QuoteServiceBlockingStub;
import news.platform.messaging.Outbox;
import news.platform.messaging.signal.Signals;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.v1.Tick;
import news.platform.thirdparty.v1.TicksReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service between a database and a broker, with the sample's instruments; each test has its own of them. */
@PlatformTest(properties = {"news.market.sample.enabled=true", "news.work.poll=100ms"})
public abstract class MarketServiceTest {
    private static final AtomicLong SEQUENCE = new AtomicLong();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Signals signals;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    protected QuoteServiceBlockingStub quotes() {
        return QuoteServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected CandleServiceBlockingStub candles() {
        return CandleServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected InstrumentServiceBlockingStub instruments() {
        return InstrumentServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected Quote quote(String symbol) {
        return quotes().batchGetQuotes(
                        BatchGetQuotesRequest.newBuilder().addSymbols(symbol).build())
                .getQuotes(0);
    }

    protected static Tick tick(String symbol, String price, long volume, Instant time) {
        return Tick.newBuilder()
                .setSymbol(symbol)
                .setPrice(price)
                .setVolume(volume)
                .setTime(Timestamps.of(time))
                .build();
    }

    /** A vendor tells. */
    protected void received(Tick... ticks) {
        signals.send(message(ticks), "vendor");
    }

    protected static TicksReceived message(Tick... ticks) {
        return TicksReceived.newBuilder()
                .setVendorId("vendor")
                .setSequence(SEQUENCE.incrementAndGet())
                .addAllTicks(List.of(ticks))
                .build();
    }

    /** A vendor tells until it is heard: the first signal of all is lost. */
    protected void heard(Tick tick) {
        await().until(() -> {
            received(tick);
            return quote(tick.getSymbol()).getLast().equals(tick.getPrice());
        });
    }

    /** Others tell. */
    protected void happened(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }
}
