package news.platform.messaging;

import java.util.UUID;
import news.platform.sample.v1.NoteTorn;
import news.platform.sample.v1.NoteWritten;
import news.platform.sample.v1.PinMoved;

/** Named events for the tests. */
public final class Notes {
    private Notes() {}

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public static NoteWritten written(String id, long version, String text) {
        return NoteWritten.newBuilder()
                .setNoteId(id)
                .setVersion(version)
                .setText(text)
                .build();
    }

    public static NoteTorn torn(String id, long version) {
        return NoteTorn.newBuilder().setNoteId(id).setVersion(version).build();
    }

    public static PinMoved pin(String id, long version, String place) {
        return PinMoved.newBuilder()
                .setPinId(id)
                .setVersion(version)
                .setPlace(place)
                .build();
    }
}
