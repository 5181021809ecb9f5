package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import news.platform.sample.v1.NoteWritten;
import org.junit.jupiter.api.Test;

class TakesTest {
    private final String id = Notes.newId();
    private final Takes takes = Takes.of(NoteWritten.class, (_, _) -> {})
            .only(NoteWritten.class, note -> note.getText().equals("wanted"));

    @Test
    void wantsOfATypeOnlyWhatIsSo() {
        assertThat(takes.wants(event(Notes.written(id, 1, "wanted").toByteArray())))
                .isTrue();
        assertThat(takes.wants(event(Notes.written(id, 1, "other").toByteArray())))
                .isFalse();
        assertThat(takes.types()).containsExactly("news.sample.note.written.v1");
    }

    @Test
    void saysThatItCannotReadWhatItWouldHaveToLookInto() {
        var garbage = event(new byte[] {1, 2, 3});

        assertThatThrownBy(() -> takes.wants(garbage)).isInstanceOf(MalformedEventException.class);
    }

    private CloudEvent event(byte[] payload) {
        return new CloudEvent(
                new EventContext(Notes.newId(), "news.sample.note.written.v1", id, 1, Instant.EPOCH), payload);
    }
}
