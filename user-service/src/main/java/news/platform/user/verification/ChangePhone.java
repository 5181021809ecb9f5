package news.platform.user.verification;

import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.user.account.Accounts;
import news.platform.user.code.Contact;
import news.platform.user.code.RedeemCode;
import news.platform.user.password.ConfirmPassword;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account the number that its owner has shown to have, or none; whoever had it before is told. */
@Component
final class ChangePhone {
    private final Accounts accounts;
    private final ConfirmPassword confirmPassword;
    private final RedeemCode codes;
    private final TellPhoneMoved telling;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ChangePhone(
            Accounts accounts,
            ConfirmPassword confirmPassword,
            RedeemCode codes,
            TellPhoneMoved telling,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.confirmPassword = confirmPassword;
        this.codes = codes;
        this.telling = telling;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param phone empty for none */
    void change(Caller caller, String phone, String code, String password) {
        confirmPassword.confirm(caller.userId(), caller.sessionId(), password);
        if (!phone.isEmpty() && !codes.redeem(Contact.phone(phone), code)) {
            audit.record(AuditEvent.refused("phone-change", UserReason.WRONG_CODE));
            throw DomainException.field(UserReason.WRONG_CODE, "code", "is not the one that was sent to the number");
        }
        transaction.executeWithoutResult(_ -> {
            var before = accounts.releasePhone(phone, caller.userId());
            if (!accounts.changePhone(caller.userId(), phone)) {
                throw new DomainException(UserReason.USER_NOT_FOUND, "no such user");
            }
            before.ifPresent(telling::schedule);
        });
        audit.record(AuditEvent.succeeded("phone-change"));
    }
}
