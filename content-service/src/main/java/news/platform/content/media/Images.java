package news.platform.content.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The images, and the objects of the store that belong to none. What is in the store is either named by an image or waits
 * among the leavings to be deleted, at any moment: so a process may die wherever it is.
 */
@Component
final class Images {
    private final JdbcClient jdbc;

    Images(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Image> find(String id) {
        return jdbc.sql("""
                        select id, object, content_type, width, height, create_time
                          from image
                         where id = :id""").param("id", id).query(Images::image).optional();
    }

    /** Adds it and takes its object from the leavings, unless there is one of its id. */
    void add(Image image) {
        int added = jdbc.sql("""
                        insert into image (id, object, content_type, width, height, create_time, hold_time)
                        values (:id, :object, :type, :width, :height, :time, :time)
                        on conflict (id) do nothing""")
                .param("id", image.id())
                .param("object", image.object())
                .param("type", image.contentType())
                .param("width", image.width())
                .param("height", image.height())
                .param("time", Instants.parameter(image.createTime()))
                .update();
        if (added > 0) {
            forget(image.object());
        }
    }

    /** Keeps them from being orphans for a while; those of the ids that there are. */
    Set<String> hold(Collection<String> ids, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        update image set hold_time = greatest(hold_time, :now)
                         where id = any(:ids)
                        returning id""")
                .param("now", Instants.parameter(now))
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Deletes images that nothing shows and nobody has held since; their objects become leavings. One that is shown meanwhile
     * stays: the foreign key sees to it.
     */
    void deleteOrphans(Instant heldBefore, Instant now, int limit) {
        jdbc.sql("""
                        with orphan as (
                            delete from image
                             where id in (select image.id
                                            from image
                                           where hold_time < :before
                                             and not exists (select from image_use where image_id = image.id)
                                           order by hold_time
                                           limit :limit
                                             for update skip locked)
                            returning object)
                        insert into image_leaving (object, create_time) select object, :now from orphan""")
                .param("before", Instants.parameter(heldBefore))
                .param("now", Instants.parameter(now))
                .param("limit", limit)
                .update();
    }

    /** The object belongs to no image, yet or any more. */
    void leave(String object, Instant now) {
        jdbc.sql("insert into image_leaving (object, create_time) values (:object, :now)")
                .param("object", object)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The oldest leavings from before. */
    List<String> leavings(Instant before, int limit) {
        return jdbc.sql("""
                        select object from image_leaving
                         where create_time < :before
                         order by create_time
                         limit :limit""")
                .param("before", Instants.parameter(before))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** The object is no leaving any more. */
    void forget(String object) {
        jdbc.sql("delete from image_leaving where object = :object")
                .param("object", object)
                .update();
    }

    private static Image image(ResultSet row, int number) throws SQLException {
        return new Image(
                row.getString("id"),
                row.getString("object"),
                row.getString("content_type"),
                row.getInt("width"),
                row.getInt("height"),
                Instants.of(row, "create_time"));
    }
}
