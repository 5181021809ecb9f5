package news.platform.user.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an account. */
@Component
final class RegisterAccount {
    private final Accounts accounts;
    private final Clock clock;
    private final AccountEvents events;
    private final TransactionTemplate transaction;

    RegisterAccount(Accounts accounts, Clock clock, AccountEvents events, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Empty when the address is taken. Takes the hash: to make it here would keep a transaction open for long. */
    Optional<Account> register(String id, String email, String passwordHash, String displayName, Set<Role> roles) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var account = new Account(id, email, "", displayName, "", roles, 1, clock.instant());
            if (!accounts.add(account, passwordHash)) {
                return Optional.empty();
            }
            events.registered(account);
            return Optional.of(account);
        }));
    }
}
