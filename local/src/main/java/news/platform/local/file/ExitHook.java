package news.platform.local.file;

/** What is to be done if the process ends before this is closed: by Ctrl-C, say, which runs no {@code finally}. */
public final class ExitHook implements AutoCloseable {
    private final Thread thread;

    private ExitHook(Runnable task) {
        this.thread = new Thread(task, "exit");
    }

    public static ExitHook add(Runnable task) {
        ExitHook hook = new ExitHook(task);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    /** Forgets it, unless the process is ending. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException _) {
            // it is being done
        }
    }
}
