package news.platform.benchmarks.publish;

import news.platform.benchmarks.sse.Target;

/** Where lives are published and heard. Safe for several threads. */
public interface Outlet extends AutoCloseable {
    /** Where clients listen. */
    Target target();

    /** Publishes it, however often that has to be tried. Returns its id; complains where that was in vain. */
    String publish(Draft draft);

    @Override
    void close();
}
