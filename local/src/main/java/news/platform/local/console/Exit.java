package news.platform.local.console;

/** How a command ends. */
public final class Exit {
    private Exit() {}

    /** Runs it and ends the process: with 0 when it is done, with 1 and the line to show when it complains. */
    public static void after(Runnable command) {
        try {
            command.run();
            System.exit(0);
        } catch (Complaint e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
