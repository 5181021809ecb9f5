package news.platform.user.login;

import java.util.Optional;
import news.platform.user.account.Accounts;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.password.Passwords;
import org.springframework.stereotype.Component;

/** Tells whose address and password these are, in the same time whether anybody's or nobody's. */
@Component
final class CheckPassword {
    private final Accounts accounts;
    private final Passwords passwords;

    CheckPassword(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Says the same of a wrong password and of an address without an account, but for the id. */
    Checked check(String email, String password) {
        return check(accounts.findCredential(email), password);
    }

    /** The same for an account whose id is known. */
    Checked checkOf(String userId, String password) {
        return check(accounts.findCredentialOf(userId), password);
    }

    private Checked check(Optional<Credential> credential, String password) {
        boolean right = passwords.matches(password, credential.map(Credential::passwordHash));
        if (right) {
            credential.ifPresent(known -> keepUpToDate(known, password));
        }
        return new Checked(credential.map(Credential::userId), credential.filter(known -> right));
    }

    private void keepUpToDate(Credential credential, String password) {
        if (passwords.outdated(credential.passwordHash())) {
            accounts.rehash(credential, passwords.hash(password));
        }
    }

    /**
     * What came of it.
     *
     * @param userId the account, be the password right or wrong; for the security log alone
     * @param right the credential where the password was right
     */
    record Checked(Optional<String> userId, Optional<Credential> right) {}
}
