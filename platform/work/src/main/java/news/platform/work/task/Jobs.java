package news.platform.work.task;

import java.util.List;

/** The jobs of this process, for those who do not want to wait until one is due. Thread-safe. */
public final class Jobs implements AutoCloseable {
    private final List<Working<?>> workings;

    Jobs(List<Working<?>> workings) {
        this.workings = List.copyOf(workings);
    }

    /**
     * Does it now, in this thread, whether it is due, scheduled at all, or neither. A failure is treated as that of any attempt,
     * and thrown.
     *
     * @param lane it goes into, in case that it is not scheduled; that the lane is busy does not keep it
     * @return false where somebody is at it
     */
    public boolean run(String kind, String key, String lane) {
        return workings.stream()
                .filter(working -> working.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + " (expected: the kind of a job)"))
                .now(key, lane);
    }

    /** Waits a little for what is under way. */
    @Override
    public void close() {
        workings.forEach(Working::close);
    }
}
