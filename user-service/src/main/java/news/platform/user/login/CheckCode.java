package news.platform.user.login;

import java.util.Optional;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.code.Contact;
import news.platform.user.code.RedeemCode;
import news.platform.user.login.CheckPassword.Checked;
import org.springframework.stereotype.Component;

/**
 * Tells whose address or number a code was sent to. Who may more than readers logs in by password: whoever takes over a telephone
 * number must not become an editor.
 */
@Component
final class CheckCode {
    private final Accounts accounts;
    private final RedeemCode codes;

    CheckCode(Accounts accounts, RedeemCode codes) {
        this.accounts = accounts;
        this.codes = codes;
    }

    /** Says the same of a wrong code and of a contact that no account has, but for the id. */
    Checked check(Contact contact, String code) {
        var credential = credential(contact);
        boolean right = codes.redeem(contact, code);
        return new Checked(
                credential.map(Credential::userId),
                credential.filter(_ -> right).filter(this::isReader));
    }

    /** Whose contact it is, for the security log alone. */
    Optional<String> owner(Contact contact) {
        return credential(contact).map(Credential::userId);
    }

    private boolean isReader(Credential credential) {
        return accounts.find(credential.userId()).map(Account::isReader).orElse(false);
    }

    private Optional<Credential> credential(Contact contact) {
        return switch (contact.kind()) {
            case EMAIL -> accounts.findCredential(contact.address());
            case PHONE -> accounts.findCredentialOfPhone(contact.address());
        };
    }
}
