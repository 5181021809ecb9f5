package news.platform.work;

import java.time.Duration;

/** What a {@link Round} does each time. Calls never overlap. What it throws is a failure: said once, tried again later. */
@FunctionalInterface
public interface Turn {
    /**
     * Does it once. One that takes long returns now and then, with no pause: between two turns a round can be stopped.
     *
     * @return the pause before the next turn; zero: at once
     * @throws Exception whatever went wrong
     * @throws InterruptedException when the round is stopped and its grace is over
     */
    Duration take() throws Exception;
}
