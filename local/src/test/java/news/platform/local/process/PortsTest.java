package news.platform.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesThePortThePartAndTheProcessThatHoldsIt() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Part part = part(socket.getLocalPort());

            assertThatThrownBy(() -> Ports.requireFree(List.of(part)))
                    .isInstanceOf(Complaint.class)
                    .hasMessageStartingWith("Port " + socket.getLocalPort() + ", which gateway needs, is taken by pid "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void isContentWithAFreePort() {
        int port = FreePort.next();

        Ports.requireFree(List.of(part(port)));

        assertThat(Ports.answers(port)).isFalse();
    }

    private static Part part(int port) {
        return new PartOnPort(new StandIn(new Home(Path.of(".")), "gateway", 4, "", true), port);
    }
}
