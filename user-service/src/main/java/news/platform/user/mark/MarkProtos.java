package news.platform.user.mark;

import java.util.Map;
import java.util.Optional;
import news.platform.proto.Timestamps;
import news.platform.user.v1.Bookmark;
import news.platform.user.v1.Follow;

/** Marks as messages. */
final class MarkProtos {
    private MarkProtos() {}

    /**
     * A bookmark.
     *
     * @param titles of those of its type that readers have, by id; empty where it is not known which those are
     */
    static Bookmark bookmark(Mark mark, Optional<Map<String, String>> titles) {
        var bookmark = Bookmark.newBuilder()
                .setType(mark.target().type())
                .setId(mark.target().id())
                .setCreateTime(Timestamps.of(mark.createTime()));
        titles.ifPresent(known -> Optional.ofNullable(known.get(mark.target().id()))
                .ifPresentOrElse(bookmark::setTitle, () -> bookmark.setGone(true)));
        return bookmark.build();
    }

    static Follow follow(Mark mark) {
        return Follow.newBuilder()
                .setType(mark.target().type())
                .setId(mark.target().id())
                .setCreateTime(Timestamps.of(mark.createTime()))
                .build();
    }
}
