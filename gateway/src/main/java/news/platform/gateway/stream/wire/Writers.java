package news.platform.gateway.stream.wire;

import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The threads that write to all clients of all streams. Thread-safe. */
public final class Writers {

    private static final long PATIENCE_MILLIS = 3_000;

    private final WriterProperties properties;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Writer> writers = List.of();

    public Writers(WriterProperties properties, LongSupplier nanoTime) {
        this.properties = properties;
        this.nanoTime = nanoTime;
    }

    /** Begins to write. */
    public synchronized void start() {
        writers = IntStream.range(0, properties.writers())
                .mapToObj(number -> new Writer(number, properties, nanoTime))
                .toList();
        writers.forEach(Writer::start);
    }

    /** Tells all clients to come back, each at a time of its own, and closes their connections. */
    public synchronized void stop() {
        writers.parallelStream().forEach(writer -> writer.stop(PATIENCE_MILLIS));
    }

    /** There may be something for everybody. */
    public void news() {
        for (var writer : writers) {
            writer.lookAtAll();
        }
    }

    Handle add(SocketWrapperBase<?> socket, SocketChannel channel, Telling telling) {
        var all = writers;
        var writer = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
        var connection = new Connection(socket, channel, telling, properties, nanoTime.getAsLong());
        writer.add(connection);
        return new Handle(connection, writer);
    }

    /** A connection and who writes to it. */
    record Handle(Connection connection, Writer writer) {

        void look() {
            writer.look(connection);
        }

        void left() {
            connection.close(Connection.LEFT);
        }
    }
}
