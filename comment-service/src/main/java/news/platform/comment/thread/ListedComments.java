package news.platform.comment.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.comment.count.CommentCounts;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Comments as readers get them. Who is not logged in is the user without a name. Counts are those of the moment, so whoever has
 * just written or liked finds it counted.
 */
@Component
final class ListedComments {
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");
    private static final TimeAndId BEFORE_FIRST = new TimeAndId(Instant.EPOCH, "");
    private static final CommentRow ROW = new CommentRow();

    /** The reader sees the comment itself. */
    private static final String SEEN = "(c.state = 'VISIBLE' or c.state = 'PENDING' and c.author_id = :reader)";

    /** What is not seen itself has a place as long as it has replies that everybody sees. */
    private static final String PLACED = "(" + SEEN + """
             or exists (select from comment reply where reply.root_id = c.id and reply.state = 'VISIBLE'))""";

    private static final String COUNTS =
            ", " + CommentCounts.likesOfComment("c.id") + " as likes, " + CommentCounts.repliesTo("c.id") + """
             as replies,
            exists (select from reaction r where r.target = 'comments/' || c.id and r.user_id = :reader) as liked""";

    private static final RowMapper<ListedComment> LISTED = (row, number) -> new ListedComment(
            ROW.mapRow(row, number),
            row.getInt("likes"),
            row.getBoolean("liked"),
            row.getInt("replies"),
            Instants.of(row, "hot_time"));

    private final JdbcClient jdbc;
    private final Pages pages;

    ListedComments(JdbcClient jdbc, Pages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    Page<Conversation> conversations(String target, Order order, String reader, PageRequest page) {
        return pages.byTime(
                PageScope.of("conversations").with("target", target).with("order", order),
                page,
                conversation -> new TimeAndId(
                        order.time(conversation.root()),
                        conversation.root().comment().id()),
                (after, limit) -> conversations(target, order, reader, after.orElse(BEFORE_ALL), limit));
    }

    Page<ListedComment> replies(String rootId, String reader, PageRequest page) {
        return pages.byTime(
                PageScope.of("replies").with("root", rootId), page, ListedComments::place, (after, limit) -> jdbc.sql(
                                "select " + CommentRow.COLUMNS + COUNTS + """
                                 from comment c
                                where c.root_id = :root and (c.create_time, c.id) > (:time, :id) and\s""" + SEEN + """
                                order by c.create_time, c.id limit :limit""")
                        .param("root", rootId)
                        .param("reader", reader)
                        .param(
                                "time",
                                Instants.parameter(after.orElse(BEFORE_FIRST).time()))
                        .param("id", after.orElse(BEFORE_FIRST).id())
                        .param("limit", limit)
                        .query(LISTED)
                        .list());
    }

    /** Somebody's own, but for what was deleted, latest first. */
    Page<ListedComment> own(String reader, PageRequest page) {
        return pages.byTime(
                PageScope.of("own").with("author", reader), page, ListedComments::place, (after, limit) -> jdbc.sql(
                                "select " + CommentRow.COLUMNS + COUNTS + """
                                 from comment c
                                where c.author_id = :reader and (c.create_time, c.id) < (:time, :id) and c.state <> 'DELETED'
                                order by c.create_time desc, c.id desc limit :limit""")
                        .param("reader", reader)
                        .param(
                                "time",
                                Instants.parameter(after.orElse(BEFORE_ALL).time()))
                        .param("id", after.orElse(BEFORE_ALL).id())
                        .param("limit", limit)
                        .query(LISTED)
                        .list());
    }

    /** One of them, where the reader sees it or its place. */
    Optional<ListedComment> find(String id, String reader) {
        return jdbc.sql("select " + CommentRow.COLUMNS + COUNTS + " from comment c where c.id = :id and " + PLACED)
                .param("id", id)
                .param("reader", reader)
                .query(LISTED)
                .optional();
    }

    Standing standing(String target, String reader) {
        return jdbc.sql("select " + CommentCounts.commentsOn("cast(:target as text)") + " as comments, "
                        + CommentCounts.likesOf("cast(:target as text)") + """
                         as likes,
                        exists (select from reaction r where r.target = :target and r.user_id = :reader) as liked""")
                .param("target", target)
                .param("reader", reader)
                .query((row, _) -> new Standing(row.getInt("comments"), row.getInt("likes"), row.getBoolean("liked")))
                .single();
    }

    /** Each conversation with its first replies and all counts, in one statement. */
    private List<Conversation> conversations(String target, Order order, String reader, TimeAndId after, int limit) {
        var rows = jdbc.sql("""
                        with root as materialized (
                            select c.id, c.%1$s as place from comment c
                             where c.target = :target and c.root_id is null and (c.%1$s, c.id) < (:time, :id) and %2$s
                             order by c.%1$s desc, c.id desc limit :limit),
                        placed as (
                            select id, id as root, place, 0 as depth from root
                            union all
                            select reply.id, root.id, root.place, 1 from root cross join lateral (
                                select c.id from comment c where c.root_id = root.id and %3$s
                                 order by c.create_time, c.id limit 2) reply)
                        select %4$s
                          from placed join comment c on c.id = placed.id
                         order by placed.place desc, placed.root desc, placed.depth, c.create_time, c.id
                        """.formatted(order.column(), PLACED, SEEN, CommentRow.COLUMNS + COUNTS))
                .param("target", target)
                .param("reader", reader)
                .param("time", Instants.parameter(after.time()))
                .param("id", after.id())
                .param("limit", limit)
                .query(LISTED)
                .list();
        return gathered(rows);
    }

    private static List<Conversation> gathered(List<ListedComment> rows) {
        var conversations = new ArrayList<Conversation>();
        for (int at = 0; at < rows.size(); ) {
            int end = at + 1;
            while (end < rows.size() && !rows.get(end).comment().isRoot()) {
                end++;
            }
            conversations.add(new Conversation(rows.get(at), rows.subList(at + 1, end)));
            at = end;
        }
        return conversations;
    }

    private static TimeAndId place(ListedComment listed) {
        return new TimeAndId(listed.comment().createTime(), listed.comment().id());
    }

    /**
     * How a target stands with readers.
     *
     * @param likedByMe whether the reader likes it
     */
    record Standing(int comments, int likes, boolean likedByMe) {}

    /** In which order conversations are listed. */
    enum Order {
        HOT("hot_time"),
        NEW("create_time");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        Instant time(ListedComment root) {
            return switch (this) {
                case HOT -> root.hotTime();
                case NEW -> root.comment().createTime();
            };
        }
    }
}
