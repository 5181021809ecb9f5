package news.platform.thirdparty.price.vendor.stream;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other side of a stream of prices. It keeps what it was asked; what it tells goes to whoever is connected. */
abstract class StreamStandIn implements AutoCloseable {
    /** What it was asked again for, as "3-4". */
    final List<String> askedAgain = new CopyOnWriteArrayList<>();

    volatile Set<String> wanted = Set.of();
    volatile String shown = "";
    /** Whether it turns away whoever comes. */
    volatile boolean away;

    /** One trade as it is told. */
    record Trade(String symbol, String price, String time) {}

    abstract URI address();

    /** Tells; the trades as they are, sense or none. */
    abstract void tell(long sequence, List<Trade> trades);

    /** Every connection ends. */
    abstract void hangUp();

    @Override
    public abstract void close();
}
