package news.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedSocketTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ServerSocket server;
    private WatchedSocket client;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = (WatchedSocket)
                new WatchedSockets("PT10S").createSocket(server.getInetAddress(), server.getLocalPort());
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        peer.close();
        server.close();
    }

    @Test
    void endsAReadThatHasWaitedForTooLong() {
        var read = reading();

        client.check(System.nanoTime() + LIMIT.minusSeconds(2).toNanos());
        assertThat(client.isClosed()).isFalse();
        client.check(System.nanoTime() + LIMIT.toNanos());

        assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(SocketException.class);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void leavesAConnectionAloneThatNobodyReads() throws Exception {
        var read = reading();
        peer.getOutputStream().write(7);
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(7);

        client.check(System.nanoTime() + Duration.ofHours(1).toNanos());

        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void wantsALimitThatIsADuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WatchedSockets("PT0S"))
                .withMessage("socketFactoryArg: PT0S (expected: more than PT0S)");
    }

    private CompletableFuture<Integer> reading() {
        var read = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try {
                read.complete(client.getInputStream().read());
            } catch (IOException e) {
                read.completeExceptionally(e);
            }
        });
        while (!client.isBeingRead()) {
            Thread.onSpinWait();
        }
        return read;
    }
}
