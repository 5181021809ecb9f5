package news.platform.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.platform.local.file.Home;

/**
 * Where the platform listens. All that is not meant for clients, databases, broker, gRPC, metrics, traces, is on this
 * machine's own address whatever is said here, because nothing guards it.
 *
 * @param host the address of the gateway's public port
 * @param portOffset added to every port
 */
record Listening(String host, int portOffset) {
    /** Out of reach from other machines. */
    static final Listening LOCAL = new Listening("127.0.0.1", 0);

    Listening on(String otherHost) {
        return new Listening(otherHost, portOffset);
    }

    Listening moved(int otherOffset) {
        return new Listening(host, otherOffset);
    }

    /** Where a client on this machine finds it. */
    String reachableHost() {
        return InetAddress.ofLiteral(host).isAnyLocalAddress() ? LOCAL.host() : host;
    }

    /** How the platform was last started. */
    static Listening last(Home home) {
        Path file = file(home);
        try {
            if (!Files.exists(file)) {
                return LOCAL;
            }
            List<String> lines = Files.readAllLines(file);
            return new Listening(lines.getFirst(), Integer.parseInt(lines.getLast()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(Home home) {
        try {
            Files.write(file(home), List.of(host, Integer.toString(portOffset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Home home) {
        return home.run().resolve("listening");
    }
}
