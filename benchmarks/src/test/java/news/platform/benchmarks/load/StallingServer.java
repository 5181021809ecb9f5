package news.platform.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Answers every request alike, one at a time, so that its one stall is everybody's. */
final class StallingServer implements AutoCloseable {
    static final Duration STALL = Duration.ofMillis(300);
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final ServerSocket server;
    private final int stalledRequest;
    private final byte[] answer;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicInteger asked = new AtomicInteger();

    /** @param stalledRequest the number of the request during which it stalls, 0 for none */
    StallingServer(int stalledRequest, String answer) {
        try {
            this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.stalledRequest = stalledRequest;
        this.answer = answer.getBytes(StandardCharsets.US_ASCII);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket socket) {
        boolean closes = new String(answer, StandardCharsets.US_ASCII).contains("Connection: close");
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            do {
                readRequest(in);
                answer(socket);
            } while (!closes);
        } catch (IOException _) {
            // the asker has left
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        for (int newlines = 0; newlines < 2; ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the asker has left");
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    private void answer(Socket socket) throws IOException {
        oneAtATime.lock();
        try {
            if (asked.incrementAndGet() == stalledRequest) {
                stall();
            }
            socket.getOutputStream().write(answer);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static void stall() {
        long end = System.nanoTime() + STALL.toNanos();
        for (long left = STALL.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
