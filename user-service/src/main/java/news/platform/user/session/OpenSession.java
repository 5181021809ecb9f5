package news.platform.user.session;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.user.code.Contact;
import news.platform.user.key.AccessTokens;
import news.platform.user.login.IdentifyUser;
import news.platform.user.login.IdentifyUser.Identified;
import news.platform.user.login.Proof;
import news.platform.user.refresh.Device;
import news.platform.user.refresh.RefreshToken;
import news.platform.user.refresh.TokenPair;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Logs in: opens a session for who proves that an account is theirs. */
@Component
final class OpenSession {
    private final IdentifyUser identifyUser;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    OpenSession(
            IdentifyUser identifyUser,
            Accounts accounts,
            Sessions sessions,
            AccessTokens accessTokens,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.identifyUser = identifyUser;
        this.accounts = accounts;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.audit = audit;
        this.transaction = transaction;
    }

    OpenedSession open(Proof proof, Device device, String deviceToken) {
        Identified owner = identifyUser.identify(proof, device.address(), deviceToken);
        OpenedSession opened = Objects.requireNonNull(transaction.execute(status -> {
            // deleted, or the password changed meanwhile: as if it had never been
            Account account = accounts.findIdentified(owner.credential()).orElseThrow(IdentifyUser::badCredentials);
            if (proof.isCodeTo(Contact.Kind.EMAIL)) {
                accounts.verifyEmail(account.id());
            }
            var refreshToken = RefreshToken.first(random);
            String sessionId = sessions.add(account.id(), device.name(), refreshToken);
            String accessToken = accessTokens.issue(account.id(), sessionId, account.roleLabels());
            return new OpenedSession(
                    sessionId,
                    new TokenPair(accessToken, refreshToken),
                    accessTokens.lifetime(),
                    Optional.of(owner.deviceToken()));
        }));
        AuditEvent logIn =
                AuditEvent.succeeded("log-in").by(owner.credential().userId()).in(opened.sessionId());
        audit.record(
                proof instanceof Proof.Code
                        ? logIn.with(
                                "by", "code-to-" + proof.contact().kind().name().toLowerCase(Locale.ROOT))
                        : logIn);
        return opened;
    }
}
