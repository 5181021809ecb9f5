package news.platform.user.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that are not deleted. */
@Component
public final class Accounts {
    private static final String SELECT = """
            select id, email, coalesce(phone, '') as phone, display_name, avatar_url, roles, version, create_time
            from account where delete_time is null""";
    private static final String CREDENTIAL = "select id, password_hash, password_version from account ";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** The same, and nobody changes or deletes it before the transaction ends. */
    public Optional<Account> findShared(String id) {
        return jdbc.sql(SELECT + " and id = :id for share")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** The same, and nobody else reads it by {@link #findShared} or changes it before the transaction ends. */
    public Optional<Account> findLocked(String id) {
        return jdbc.sql(SELECT + " and id = :id for update")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** In any order; ids that name nobody are left out. */
    List<Account> findAll(List<String> ids) {
        return jdbc.sql(SELECT + " and id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(Accounts::account)
                .list();
    }

    public Optional<Credential> findCredential(String email) {
        return jdbc.sql(CREDENTIAL + "where email_key = :key")
                .param("key", EmailAddress.key(email))
                .query(Accounts::credential)
                .optional();
    }

    public Optional<Credential> findCredentialOfPhone(String phone) {
        return jdbc.sql(CREDENTIAL + "where phone = :phone and delete_time is null")
                .param("phone", phone)
                .query(Accounts::credential)
                .optional();
    }

    public Optional<Credential> findCredentialOf(String id) {
        return jdbc.sql(CREDENTIAL + "where id = :id and delete_time is null")
                .param("id", id)
                .query(Accounts::credential)
                .optional();
    }

    /**
     * The account if its password is still the one that was checked; nobody changes or deletes it before the transaction
     * ends.
     */
    public Optional<Account> findIdentified(Credential credential) {
        return jdbc.sql(SELECT + " and id = :id and password_version = :version for share")
                .param("id", credential.userId())
                .param("version", credential.passwordVersion())
                .query(Accounts::account)
                .optional();
    }

    /** Locks every administrator until the transaction ends, so that two of them cannot both be the last. */
    List<String> lockAdministrators() {
        return jdbc.sql("""
                        select id from account where 'admin' = any (roles) and delete_time is null order by id for update""").query(String.class).list();
    }

    /** False when another account has the address. */
    boolean add(Account account, String passwordHash) {
        return jdbc.sql("""
                        insert into account (id, email, email_key, password_hash, display_name, avatar_url, roles, version, create_time)
                        values (:id, :email, :key, :hash, :name, :avatar, :roles, :version, :time)
                        on conflict (email_key) do nothing""")
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("key", EmailAddress.key(account.email()))
                        .param("hash", passwordHash)
                        .param("name", account.displayName())
                        .param("avatar", account.avatarUrl())
                        .param("roles", account.roleLabels().toArray(String[]::new))
                        .param("version", account.version())
                        .param("time", Instants.parameter(account.createTime()))
                        .update()
                == 1;
    }

    /** Writes what can change of a locked account. */
    void save(Account account) {
        jdbc.sql("""
                        update account set display_name = :name, avatar_url = :avatar, roles = :roles, version = :version
                        where id = :id""")
                .param("name", account.displayName())
                .param("avatar", account.avatarUrl())
                .param("roles", account.roleLabels().toArray(String[]::new))
                .param("version", account.version())
                .param("id", account.id())
                .update();
    }

    /** Writes another hash of the same password; not where the password was changed meanwhile. */
    public void rehash(Credential credential, String passwordHash) {
        jdbc.sql("update account set password_hash = :hash where id = :id and password_version = :version")
                .param("hash", passwordHash)
                .param("id", credential.userId())
                .param("version", credential.passwordVersion())
                .update();
    }

    /** Writes the hash of another password; false where the password was changed meanwhile or the account is gone. */
    boolean changePassword(Credential credential, String passwordHash) {
        return jdbc.sql("""
                        update account set password_hash = :hash, password_version = password_version + 1
                        where id = :id and password_version = :version and delete_time is null""")
                        .param("hash", passwordHash)
                        .param("id", credential.userId())
                        .param("version", credential.passwordVersion())
                        .update()
                == 1;
    }

    /** Its owner has shown that the address is theirs; it is no change that others see. */
    public void verifyEmail(String id) {
        jdbc.sql("update account set email_verified = true where id = :id and not email_verified")
                .param("id", id)
                .update();
    }

    /** The addresses of those of these accounts whose owners have shown that they are theirs, by id. */
    public Map<String, String> verifiedEmails(Collection<String> ids) {
        return jdbc
                .sql("select id, email from account where id = any (:ids) and email_verified and delete_time is null")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("id"), row.getString("email")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes another number, empty for none, which nobody else may have; false where the account is gone. */
    public boolean changePhone(String id, String phone) {
        return jdbc.sql("""
                        update account set phone = nullif(:phone, ''), version = version + 1
                        where id = :id and delete_time is null""").param("phone", phone).param("id", id).update() == 1;
    }

    /** Takes a number away from whoever else has it; their id, or empty where nobody has. */
    public Optional<String> releasePhone(String phone, String exceptId) {
        return jdbc.sql("""
                        update account set phone = null, version = version + 1
                        where phone = :phone and id <> :id returning id""")
                .param("phone", phone)
                .param("id", exceptId)
                .query(String.class)
                .optional();
    }

    /** Deletes a locked account: what identifies a person goes, the id stays taken. */
    void anonymise(String id, Instant now) {
        jdbc.sql("""
                        update account
                        set email = null, email_key = null, phone = null, password_hash = null, display_name = 'deleted user', avatar_url = '',
                            roles = '{}', version = version + 1, delete_time = :now
                        where id = :id""").param("now", Instants.parameter(now)).param("id", id).update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("display_name"),
                row.getString("avatar_url"),
                Role.of(List.of((String[]) row.getArray("roles").getArray())),
                row.getLong("version"),
                Instants.of(row, "create_time"));
    }

    /**
     * What a password is checked against.
     *
     * @param passwordVersion rises when the owner changes the password
     */
    public record Credential(String userId, String passwordHash, long passwordVersion) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "Credential[" + userId + "]";
        }
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(row.getString("id"), row.getString("password_hash"), row.getLong("password_version"));
    }
}
