package news.platform.user.session;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.user.key.AccessTokens;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exchanges a refresh token for new tokens. A spent token was stolen, or its successor was: the session ends, without any
 * grace, as nobody can tell the thief from the owner.
 */
@Component
final class RenewSession {
    private final Accounts accounts;
    private final Sessions sessions;
    private final EndSession endSession;
    private final AccessTokens accessTokens;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    RenewSession(
            Accounts accounts,
            Sessions sessions,
            EndSession endSession,
            AccessTokens accessTokens,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.endSession = endSession;
        this.accessTokens = accessTokens;
        this.transaction = transaction;
    }

    OpenedSession renew(String refreshToken) {
        return RefreshToken.parse(refreshToken)
                .flatMap(this::renewed)
                .orElseThrow(() -> new DomainException(UserReason.BAD_REFRESH_TOKEN, "the token is not valid"));
    }

    /** Empty once a refusal and what follows from it are committed. */
    private Optional<OpenedSession> renewed(RefreshToken token) {
        return Objects.requireNonNull(
                transaction.execute(status -> sessions.find(token).flatMap(session -> renewed(session, token))));
    }

    private Optional<OpenedSession> renewed(Session session, RefreshToken token) {
        // the account before the session, as in every change of an account that ends its sessions
        Optional<Account> account = accounts.findShared(session.userId());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        RefreshToken latest = token.next(random);
        if (!sessions.replace(session, token, latest)) {
            endSession.end(session.id(), session.userId());
            return Optional.empty();
        }
        String accessToken =
                accessTokens.issue(session.userId(), session.id(), account.get().roleLabels());
        return Optional.of(new OpenedSession(session.id(), accessToken, latest));
    }
}
