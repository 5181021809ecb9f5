package news.platform.messaging;

import java.util.UUID;
import news.platform.sample.v1.NoteTorn;
import news.platform.sample.v1.NoteWritten;

/** Named events for the tests. */
final class Notes {
    private Notes() {}

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static NoteWritten written(String id, long version, String text) {
        return NoteWritten.newBuilder()
                .setNoteId(id)
                .setVersion(version)
                .setText(text)
                .build();
    }

    static NoteTorn torn(String id, long version) {
        return NoteTorn.newBuilder().setNoteId(id).setVersion(version).build();
    }
}
