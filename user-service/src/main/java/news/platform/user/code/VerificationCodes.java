package news.platform.user.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.user.code.Contact.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that were asked for, the latest of each address and number. */
@Component
final class VerificationCodes {
    private final JdbcClient jdbc;

    VerificationCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; another one for the same contact is no more. */
    void put(VerificationCode code) {
        jdbc.sql("""
                        insert into verification_code (contact, id, kind, address, anybody, expire_time)
                        values (:contact, :id, :kind, :address, :anybody, :expire)
                        on conflict (contact) do update
                           set id = excluded.id, kind = excluded.kind, address = excluded.address, anybody = excluded.anybody,
                               tries = 0, expire_time = excluded.expire_time""")
                .param("contact", code.contact().key())
                .param("id", code.id())
                .param("kind", code.contact().kind().name())
                .param("address", code.contact().address())
                .param("anybody", code.anybody())
                .param("expire", Instants.parameter(code.expireTime()))
                .update();
    }

    /** One that is good still. */
    Optional<VerificationCode> find(String id, Instant now) {
        return jdbc.sql("""
                        select id, kind, address, anybody, expire_time from verification_code
                         where id = :id and expire_time > :now""")
                .param("id", id)
                .param("now", Instants.parameter(now))
                .query(VerificationCodes::code)
                .optional();
    }

    /** Counts a try, and locks the code: the id of the one that is good for it. */
    Optional<String> tried(Contact contact, int tries, Instant now) {
        return jdbc.sql("""
                        update verification_code set tries = tries + 1
                         where contact = :contact and tries < :tries and expire_time > :now
                        returning id""")
                .param("contact", contact.key())
                .param("tries", tries)
                .param("now", Instants.parameter(now))
                .query(String.class)
                .optional();
    }

    void remove(Contact contact) {
        jdbc.sql("delete from verification_code where contact = :contact")
                .param("contact", contact.key())
                .update();
    }

    private static VerificationCode code(ResultSet row, int number) throws SQLException {
        return new VerificationCode(
                row.getString("id"),
                new Contact(Kind.valueOf(row.getString("kind")), row.getString("address")),
                row.getBoolean("anybody"),
                Instants.of(row, "expire_time"));
    }
}
