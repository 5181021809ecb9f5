package news.platform.gateway.stream.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The calls that lead clients into a stream's ring: one for each id, some at once, the others wait. Guarded by its stream. */
final class CatchUps {

    private final LogStream stream;
    private final LogLimits limits;
    private final Map<Long, CatchUp> queued = new LinkedHashMap<>();
    private final Map<Ring, CatchUp> running = new LinkedHashMap<>();

    CatchUps(LogStream stream, LogLimits limits) {
        this.stream = stream;
        this.limits = limits;
    }

    int running() {
        return running.size();
    }

    void join(Reader reader) {
        running.values().stream()
                .filter(catchUp -> catchUp.isJoinable(reader.position()))
                .findFirst()
                .orElseGet(() -> queued.computeIfAbsent(
                        reader.position(), after -> new CatchUp(stream, this, after, limits.ring())))
                .readers()
                .add(reader);
        startNext();
    }

    private void startNext() {
        while (!queued.isEmpty() && running.size() < limits.catchUps()) {
            var id = queued.keySet().iterator().next();
            var next = queued.remove(id);
            running.put(next.ring(), next);
            next.open();
        }
    }

    void afterTurn(Runnable task) {
        CompletableFuture.delayedExecutor(limits.turn().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(task);
    }

    /** It has read all that there is in the ring of a catch-up; {@code there}: it has gone on to the stream's own. */
    void atEnd(Reader reader, Ring where, boolean there) {
        var catchUp = running.get(where);
        if (catchUp != null && there) {
            leave(catchUp, reader);
        } else if (catchUp != null) {
            catchUp.more();
        }
    }

    void leave(Reader reader) {
        queued.values().forEach(catchUp -> catchUp.readers().remove(reader));
        queued.values().removeIf(catchUp -> catchUp.readers().isEmpty());
        List.copyOf(running.values()).forEach(catchUp -> leave(catchUp, reader));
    }

    private void leave(CatchUp catchUp, Reader reader) {
        if (catchUp.readers().remove(reader) && catchUp.readers().isEmpty()) {
            finish(catchUp);
        }
    }

    /** It is over. False where it was before. */
    boolean finish(CatchUp catchUp) {
        if (running.remove(catchUp.ring()) == null) {
            return false;
        }
        catchUp.cancel();
        startNext();
        return true;
    }

    void stop() {
        queued.clear();
        var all = List.copyOf(running.values());
        running.clear();
        all.forEach(CatchUp::cancel);
    }
}
