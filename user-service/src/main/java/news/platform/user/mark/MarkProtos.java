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
     * The bookmark of an article.
     *
     * @param titles of those that readers have, by id; empty where it is not known which those are
     */
    static Bookmark article(Mark mark, Optional<Map<String, String>> titles) {
        var bookmark = bookmark(mark);
        titles.ifPresent(known -> Optional.ofNullable(known.get(mark.target().id()))
                .ifPresentOrElse(bookmark::setTitle, () -> bookmark.setGone(true)));
        return bookmark.build();
    }

    /** The bookmark of anything, without a title. */
    static Bookmark.Builder bookmark(Mark mark) {
        return Bookmark.newBuilder()
                .setType(mark.target().type())
                .setId(mark.target().id())
                .setCreateTime(Timestamps.of(mark.createTime()));
    }

    static Follow follow(Mark mark) {
        return Follow.newBuilder()
                .setType(mark.target().type())
                .setId(mark.target().id())
                .setCreateTime(Timestamps.of(mark.createTime()))
                .build();
    }
}
