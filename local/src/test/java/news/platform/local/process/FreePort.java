package news.platform.local.process;

import java.util.concurrent.ThreadLocalRandom;

/** A port for a process that a test starts. */
public final class FreePort {
    private static final int FROM = 20_000;
    private static final int TO = 30_000;

    private FreePort() {}

    /** Below those that the system gives to whoever asks for any: none of them becomes a client's before it is used. */
    public static int next() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FROM, TO);
        } while (!Ports.free(port));
        return port;
    }
}
