package news.platform.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One process of the platform: how it is started, how one sees that it works, how it likes to be stopped. */
public interface Part {
    /** What a person calls it: {@code content}, {@code postgres}. */
    String name();

    /** When it is stopped: those of the highest rank together and first. */
    int rank();

    /** The port that others use. */
    int port();

    /** Every port that it needs for itself. */
    List<Integer> ports();

    /** Makes its start possible: unpacks, writes configuration. Called before each start, may take long the first time. */
    void prepare();

    /** What is run. */
    List<String> command();

    /** What is added to the environment. */
    Map<String, String> environment();

    /** Text in its command line by which it is known again after the launcher was killed. */
    String mark();

    /** Asks it once whether it works; quick, never throws. */
    boolean ready();

    /** Whether it comes before others when all together want more of the processors than there is. */
    default boolean preferred() {
        return false;
    }

    /** Once, when it has become ready. */
    default void becameReady() {}

    /** The signal that makes it end in order. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long it may take until it is ready. */
    default Duration startLimit() {
        return Duration.ofSeconds(240);
    }

    /** How long it may take to end in order before it is killed. */
    default Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    /** How often a start is tried that ends at once, because what a killed one left behind takes a moment to go. */
    default int attempts() {
        return 1;
    }
}
