package news.platform.thirdparty.price.vendor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Somebody who tells what things cost. One thread at a time. */
public interface Vendor extends AutoCloseable {
    /**
     * What has come since it was asked before, in its order; never waits for a tick. Where there is no connection yet, it is made.
     *
     * @param symbols of these alone
     * @throws IOException where the vendor does not answer, or its connection is lost; asked later, it may
     */
    List<Tick> ticks(Set<String> symbols) throws IOException;

    /** When it is worth asking again. */
    Duration pause();

    /** Hangs up; to ask is to begin anew. */
    @Override
    void close();
}
