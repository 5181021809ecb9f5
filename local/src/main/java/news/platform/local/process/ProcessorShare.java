package news.platform.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the processors a process gets when all together want more than there is. Linux shares them equally among sessions
 * (autogroup), and each part is one: so the gateway, at which everybody waits, got no more than a consumer that has a minute. Only
 * root may give a session more; where that is refused, or the kernel does not group, everything stays as it was.
 */
public final class ProcessorShare {
    /** The weight of this niceness is 3,906 where that of others is 1,024: the chart asks for 1 and 0.25 processors. */
    private static final int PREFERRED = -6;

    private ProcessorShare() {}

    /** Four times the share of another session, for the whole session of the process. */
    public static void prefer(ProcessHandle process) {
        set(process, PREFERRED);
    }

    /** As much as any other again. */
    public static void level(ProcessHandle process) {
        set(process, 0);
    }

    private static void set(ProcessHandle process, int niceness) {
        try {
            Files.writeString(Path.of("/proc/" + process.pid() + "/autogroup"), Integer.toString(niceness));
        } catch (IOException _) {
            // it has what others have
        }
    }
}
