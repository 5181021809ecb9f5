package news.platform.livenews.log;

import java.util.List;

/**
 * Something that happened to a live.
 *
 * @param event what happened; a deleted live takes back all that the log has of it
 * @param liveId which live it is
 * @param live the live as the event tells it, encoded
 * @param channelIds the channels that it is in or was in before, with all above them
 * @param importance the higher one of what it is and what it was before
 * @param symbols the instruments that it is or was before about
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares entries
public record LogEntry(
        Event event, String liveId, byte[] live, List<String> channelIds, int importance, List<String> symbols) {
    /** What can happen to a live. */
    public enum Event {
        CREATED("live.created"),
        UPDATED("live.updated"),
        DELETED("live.deleted");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        /** As streams and the table call it. */
        public String word() {
            return word;
        }
    }
}
