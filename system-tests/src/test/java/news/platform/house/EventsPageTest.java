package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/events.md says what the contract and the code say; every event is published, by the owner of its topic alone. */
class EventsPageTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/events.md");
    private static final Path MADE = Path.of("target/events.md");

    private final EventsPage page = new EventsPage();

    @Test
    void thePageIsWhatContractAndCodeSay() throws IOException {
        String written = Repository.text(PAGE);
        String introduction = written.substring(0, written.indexOf("\n## news."));
        Files.writeString(MADE, introduction + page.text());

        assertThat(written)
                .as("docs/events.md is old: take system-tests/target/events.md")
                .isEqualTo(introduction + page.text());
    }

    @Test
    void everyEventIsPublishedByItsOwner() {
        assertThat(page.publishers().keySet()).isEqualTo(page.events());
        assertThat(page.publishers())
                .allSatisfy((event, modules) -> assertThat(modules).isEqualTo(Set.of(event.split("\\.")[2])));
    }

    @Test
    void findsConsumersOfEachKind() {
        assertThat(page.text())
                .contains("content: FeedItemReceivedHandler, once")
                .contains("whoever has platform-author: AuthorNamesHandler, every replica")
                .contains("ranking: ViewsHandler, in batches")
                .contains("gateway: purges GetArticle")
                .contains("whoever verifies tokens: RevokedSessions, every replica");
    }
}
