package news.platform.user.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an account. */
@Component
final class RegisterAccount {
    private final Accounts accounts;
    private final IdSource ids;
    private final Clock clock;
    private final AccountEvents events;
    private final TransactionTemplate transaction;

    RegisterAccount(
            Accounts accounts, IdSource ids, Clock clock, AccountEvents events, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Empty when the address is taken. Takes the hash: to make it here would keep a transaction open for long. */
    Optional<Account> register(String email, String passwordHash, String displayName, Set<Role> roles) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var account = new Account(ids.next(), email, displayName, "", roles, 1, clock.instant());
            if (!accounts.add(account, passwordHash)) {
                return Optional.empty();
            }
            events.registered(account);
            return Optional.of(account);
        }));
    }
}
