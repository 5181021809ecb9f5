package news.platform.user.account;

import java.util.Optional;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.password.Passwords;
import org.springframework.stereotype.Component;

/** Tells whose address and password these are, in the same time whether anybody's or nobody's. */
@Component
public final class CheckPassword {
    private final Accounts accounts;
    private final Passwords passwords;

    CheckPassword(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** The account's id, or empty for a wrong password and for an address without an account alike. */
    public Optional<String> check(String email, String password) {
        Optional<Credential> credential = accounts.findCredential(email);
        if (!passwords.matches(password, credential.map(Credential::passwordHash))) {
            return Optional.empty();
        }
        credential.ifPresent(known -> keepUpToDate(known, password));
        return credential.map(Credential::userId);
    }

    private void keepUpToDate(Credential credential, String password) {
        if (passwords.outdated(credential.passwordHash())) {
            accounts.savePassword(credential.userId(), passwords.hash(password));
        }
    }
}
