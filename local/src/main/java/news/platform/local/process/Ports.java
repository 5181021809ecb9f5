package news.platform.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;

/** Who listens where. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** Complains about the first part whose port another process holds. */
    public static void requireFree(List<? extends Part> parts) {
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (!free(port)) {
                    throw new Complaint("Port " + port + ", which " + part.name() + " needs, is taken"
                            + holder(port).map(who -> " by " + who).orElse("")
                            + ": end that process, or use --port-offset N to move all ports.");
                }
            }
        }
    }

    /** True where somebody accepts connections on this machine's own address. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The process that listens, as far as this user may see it. */
    private static Optional<String> holder(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals("0A"))
                .filter(fields -> fields[1].endsWith(":" + String.format("%04X", port)))
                .map(fields -> "socket:[" + fields[9] + "]")
                .flatMap(Ports::owners)
                .findFirst();
    }

    private static Stream<String> owners(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .map(process -> "pid " + process.pid() + " (" + shorten(CommandLine.of(process)) + ")");
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> socket.equals(target(file)));
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
