package news.platform.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;

/** How a second {@code ./news} talks to the launcher: one line of words there, lines of text back. */
final class Control implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Path path;

    private Control(ServerSocketChannel server, Path path) {
        this.server = server;
        this.path = path;
    }

    /** Begins to listen; each request is handled in a thread of its own. */
    static Control open(Home home, BiConsumer<List<String>, PrintStream> handler) {
        Path path = path(home);
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Control control = new Control(server, path);
            Thread.ofVirtual().name("control").start(() -> control.accept(handler));
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen at " + path, e);
        }
    }

    private void accept(BiConsumer<List<String>, PrintStream> handler) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> handle(channel, handler));
            } catch (AsynchronousCloseException _) {
                return;
            } catch (IOException e) {
                if (!(e instanceof ClosedChannelException)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void handle(SocketChannel channel, BiConsumer<List<String>, PrintStream> handler) {
        try (channel;
                BufferedReader in = reader(channel);
                PrintStream out = new PrintStream(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            try {
                handler.accept(List.of(line.split(" ")), out);
            } catch (Complaint e) {
                out.println("! " + e.getMessage());
            }
        } catch (IOException _) {
            // the asker has left
        }
    }

    /** Asks the running launcher. Empty where there is none. A line that begins with "!" becomes a complaint. */
    static Optional<List<String>> ask(Home home, String... words) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path(home)))) {
            PrintStream out = new PrintStream(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8);
            out.println(String.join(" ", words));
            List<String> lines = reader(channel).lines().toList();
            for (String line : lines) {
                if (line.startsWith("! ")) {
                    throw new Complaint(line.substring(2));
                }
            }
            return Optional.of(lines);
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Relative where possible: a socket's path may have hardly a hundred characters. */
    private static Path path(Home home) {
        Path path = home.run().resolve("control");
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
