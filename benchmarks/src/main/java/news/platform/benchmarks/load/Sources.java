package news.platform.benchmarks.load;

/** Addresses of this machine for many clients: what counts by address then counts them as strangers. */
public final class Sources {
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private Sources() {}

    /** An address for every eight clients; elsewhere than on Linux there is but one. */
    public static String of(int client) {
        int host = client / 8;
        return LINUX
                ? "127.%d.%d.%d".formatted(2 + host / 62_500 % 250, host / 250 % 250, 1 + host % 250)
                : "127.0.0.1";
    }
}
