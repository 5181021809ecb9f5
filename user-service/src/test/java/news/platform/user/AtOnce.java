package news.platform.user;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them got. */
    public static <T> List<T> run(int threads, Callable<T> call) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> done = executor.invokeAll(Collections.nCopies(threads, call));
            return done.stream().map(Future::resultNow).toList();
        }
    }
}
