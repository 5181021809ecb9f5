package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import java.util.Set;

/** A connection to a vendor, which fills an {@link Inbox}. One thread at a time. */
interface Connection extends AutoCloseable {
    /** These instruments from now on, instead of those before. */
    void subscribe(Set<String> symbols) throws IOException;

    /** Asks again for what did not come. */
    void askAgain(Sequence.Gap gap) throws IOException;

    /**
     * Sees to it that a connection that is dead is noticed; called several times a second.
     *
     * @throws IOException it is
     */
    void keepAlive() throws IOException;

    /** Hangs up, without waiting. */
    @Override
    void close();
}
