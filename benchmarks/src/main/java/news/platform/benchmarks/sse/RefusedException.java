package news.platform.benchmarks.sse;

import java.io.IOException;

/** The server answered, and not with a stream. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String start) {
        super(start);
    }
}
