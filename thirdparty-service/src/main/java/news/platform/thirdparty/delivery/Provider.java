package news.platform.thirdparty.delivery;

import java.io.IOException;
import java.util.List;

/** Carries messages to people. Thread-safe. */
public interface Provider {
    /** As metrics and logs call it. */
    String name();

    /** Whether it carries messages to such an address. */
    boolean carries(Address address);

    /**
     * Sends each message once.
     *
     * @param messages to addresses that it carries to
     * @return what became of each, in their order
     * @throws IOException where it cannot be reached, so that none of them was sent
     */
    List<Outcome> deliver(List<Message> messages) throws IOException;
}
