package news.platform.entitlement.grant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was ever granted something, with a version of all rights. */
@Component
final class Holders {
    private final JdbcClient jdbc;

    Holders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a user to the current transaction: so what happens to one user's rights is told in its order. */
    void lock(String userId) {
        if (!lockKnown(userId)) {
            jdbc.sql("insert into holder (user_id) values (:user) on conflict (user_id) do nothing")
                    .param("user", userId)
                    .update();
            lockKnown(userId);
        }
    }

    /** The same, where the user was ever granted something; false where not. */
    boolean lockKnown(String userId) {
        return jdbc.sql("select user_id from holder where user_id = :user for update")
                .param("user", userId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The version of the rights that a locked user has from now on. */
    long next(String userId) {
        return jdbc.sql("update holder set version = version + 1 where user_id = :user returning version")
                .param("user", userId)
                .query(Long.class)
                .single();
    }
}
