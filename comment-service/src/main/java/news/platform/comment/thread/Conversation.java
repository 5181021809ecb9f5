package news.platform.comment.thread;

import java.util.List;
import java.util.stream.Stream;

/**
 * A comment that begins a conversation, and how that goes on.
 *
 * @param replies the first two, earliest first
 */
record Conversation(ListedComment root, List<ListedComment> replies) {
    Conversation {
        replies = List.copyOf(replies);
    }

    Stream<ListedComment> comments() {
        return Stream.concat(Stream.of(root), replies.stream());
    }
}
