package news.platform.content.media;

import java.time.Instant;
import java.util.Collection;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which images are shown where. */
@Component
final class ImageUses {
    private final JdbcClient jdbc;

    ImageUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the subject shows these of the ids that name an image, and no others; those it ceases to show are held. */
    void replace(String subject, Collection<String> ids, Instant now) {
        var shown = ids.toArray(String[]::new);
        jdbc.sql("""
                        with gone as (
                            delete from image_use
                             where subject = :subject and not image_id = any(:ids)
                            returning image_id)
                        update image set hold_time = greatest(hold_time, :now)
                          from gone
                         where image.id = gone.image_id""")
                .param("subject", subject)
                .param("ids", shown)
                .param("now", Instants.parameter(now))
                .update();
        if (shown.length > 0) {
            jdbc.sql("""
                            insert into image_use (subject, image_id)
                            select :subject, id from image where id = any(:ids)
                            on conflict do nothing""").param("subject", subject).param("ids", shown).update();
        }
    }
}
