package news.platform.thirdparty.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.platform.thirdparty.delivery.Address.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FileProviderTest extends ProviderContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void writesALineThatAPersonCanRead() throws IOException {
        provider().deliver(List.of(message("s1/d1", "美联储降息", "25 bp\nat once")));

        assertThat(Files.readString(file()))
                .isEqualTo("{\"time\":\"2026-11-27T03:00:00Z\",\"id\":\"s1/d1\",\"fcm\":\"token\",\"title\":\"美联储降息\","
                        + "\"body\":\"25 bp\\nat once\",\"link\":\"/lives/1\"}\n");
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        provider().deliver(List.of(message("m1", "Title", "Text")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Override
    protected Provider provider() {
        return new FileProvider(file(), CLOCK);
    }

    @Override
    protected Provider unreachable() {
        return new FileProvider(folder.resolve("nowhere/outbox.jsonl"), CLOCK);
    }

    @Override
    protected Message message(String id, String title, String body) {
        return new Message(
                id, new Address.Device(Network.FCM, "token"), title, body, "/lives/1", Optional.empty(), "", false, "");
    }

    @Override
    protected List<Arrived> arrived() throws IOException {
        return Files.readAllLines(file()).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(line -> new Arrived(
                        line.get("title").asString(), line.get("body").asString()))
                .toList();
    }

    private Path file() {
        return folder.resolve("outbox.jsonl");
    }
}
