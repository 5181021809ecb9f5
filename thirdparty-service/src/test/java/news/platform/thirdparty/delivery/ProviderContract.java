package news.platform.thirdparty.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.test.TrialData;
import news.platform.text.Lines;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What every provider keeps, whoever stands behind it. */
public abstract class ProviderContract {
    /** The provider, working. */
    protected abstract Provider provider();

    /** The same kind of provider, whose other side is away. */
    protected abstract Provider unreachable();

    /** A message to an address that it carries to. */
    protected abstract Message message(String id, String title, String body);

    /** What has arrived at the other side. */
    protected abstract List<Arrived> arrived() throws IOException;

    /** @param body what is shown of it; where a form shows title and link too, without these */
    public record Arrived(String title, String body) {}

    @Test
    void saysOfEachWhatBecameOfIt() throws IOException {
        var messages = IntStream.range(0, 20)
                .mapToObj(number -> message("m" + number, "Title " + number, "Text " + number))
                .toList();

        var outcomes = provider().deliver(messages);

        assertThat(outcomes).hasSize(20).containsOnly(new Outcome.Accepted());
        assertThat(arrived())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20)
                        .mapToObj(number -> new Arrived("Title " + number, "Text " + number))
                        .toList());
    }

    @Test
    void failsAsAWholeWhileTheOtherSideIsAway() {
        var messages = List.of(message("m1", "Title", "Text"));

        assertThatThrownBy(() -> unreachable().deliver(messages)).isInstanceOf(IOException.class);
    }

    @Test
    void bringsEveryNaughtyTextAsItIs() throws IOException {
        List<String> texts =
                JsonMapper.shared().readValue(TrialData.require("open/naughty-strings.json"), new TypeReference<>() {});
        var messages = IntStream.range(0, texts.size())
                .mapToObj(number -> message("n" + number, Lines.of(texts.get(number)), Lines.of(texts.get(number))))
                .toList();

        provider().deliver(messages);

        assertThat(arrived())
                .containsExactlyInAnyOrderElementsOf(messages.stream()
                        .map(message -> new Arrived(message.title(), message.body()))
                        .toList());
    }
}
