package news.platform.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    /** By linux/capability.h. */
    private static final int SYS_ADMIN = 21;

    private static final int SYS_NICE = 23;
    private static final Path OWN = Path.of("/proc/self/autogroup");

    private static boolean may(int capability) throws IOException {
        var effective = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> new BigInteger(line.substring("CapEff:".length()).strip(), 16))
                .findFirst();
        return effective.isPresent() && effective.get().testBit(capability);
    }

    private static String group(Process process) throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/autogroup"))
                .strip();
    }

    @Test
    void givesASessionMoreThanOthersAndAsMuchAgain() throws IOException {
        assumeTrue(Files.exists(OWN) && Files.isExecutable(SETSID), "the kernel groups by session");
        assumeTrue(may(SYS_ADMIN) && may(SYS_NICE), "the capabilities");
        Process process = new ProcessBuilder(SETSID.toString(), "sleep", "60").start();
        try {
            String own = Files.readString(OWN).strip();
            Awaitility.await().until(() -> !group(process).equals(own));

            ProcessorShare.prefer(process.toHandle());
            assertThat(group(process)).endsWith("nice -6");

            ProcessorShare.level(process.toHandle());
            assertThat(group(process)).endsWith("nice 0");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leavesAProcessThatHasEndedAlone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThatCode(() -> ProcessorShare.prefer(process.toHandle())).doesNotThrowAnyException();
    }
}
