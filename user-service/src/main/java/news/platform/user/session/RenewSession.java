package news.platform.user.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.user.key.AccessTokens;
import news.platform.user.refresh.Device;
import news.platform.user.refresh.Graces;
import news.platform.user.refresh.RefreshToken;
import news.platform.user.refresh.TokenPair;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exchanges a refresh token for new tokens. Two tabs of a browser do so at the same moment: for a few seconds a spent token
 * gives the same device the same new pair once more, and nothing further is changed. Any other spent token was stolen, or
 * its successor was: the session ends, as nobody can tell the thief from the owner.
 */
@Component
final class RenewSession {
    private static final String ACTION = "refresh";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Graces graces;
    private final SessionProperties properties;
    private final EndSession endSession;
    private final AccessTokens accessTokens;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    RenewSession(
            Accounts accounts,
            Sessions sessions,
            Graces graces,
            SessionProperties properties,
            EndSession endSession,
            AccessTokens accessTokens,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.graces = graces;
        this.properties = properties;
        this.endSession = endSession;
        this.accessTokens = accessTokens;
        this.audit = audit;
        this.transaction = transaction;
    }

    OpenedSession renew(String refreshToken, Device device) {
        return RefreshToken.parse(refreshToken)
                .flatMap(token -> renewed(token, device))
                .orElseThrow(() -> new DomainException(UserReason.BAD_REFRESH_TOKEN, "the token is not valid"));
    }

    /** Empty once a refusal and what follows from it are committed. */
    private Optional<OpenedSession> renewed(RefreshToken token, Device device) {
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> sessions.find(token)
                .map(session -> renewed(session, token, device))
                .orElseGet(Unknown::new)));
        return switch (outcome) {
            case Renewed renewed -> Optional.of(renewed.session());
            case Unknown _ -> Optional.empty();
            case Reused(Session session) -> {
                audit.record(AuditEvent.refused(ACTION, UserReason.BAD_REFRESH_TOKEN)
                        .by(session.userId())
                        .in(session.id())
                        .with("cause", "reuse"));
                yield Optional.empty();
            }
        };
    }

    private Outcome renewed(Session session, RefreshToken token, Device device) {
        // the account before the session, as in every change of an account that ends its sessions
        Optional<Account> account = accounts.findShared(session.userId());
        if (account.isEmpty()) {
            return new Unknown();
        }
        RefreshToken latest = token.next(random);
        if (sessions.replace(session, token, latest)) {
            var pair = new TokenPair(
                    accessTokens.issue(
                            session.userId(), session.id(), account.get().roleLabels()),
                    latest);
            graces.keep(session.id(), token, device, pair, properties.refreshGrace());
            return renewed(session, pair, Duration.ZERO);
        }
        return graces.find(session.id(), token, device)
                .map(grace -> renewed(session, grace.pair(), grace.age()))
                .orElseGet(() -> {
                    endSession.end(session.id(), session.userId());
                    return new Reused(session);
                });
    }

    private Outcome renewed(Session session, TokenPair pair, Duration age) {
        var lifetime = accessTokens.lifetime().minus(age);
        return new Renewed(new OpenedSession(session.id(), pair, lifetime, Optional.empty()));
    }

    private sealed interface Outcome {}

    private record Renewed(OpenedSession session) implements Outcome {}

    /** The token belongs to no open session. */
    private record Unknown() implements Outcome {}

    /** The token was spent before; its session is over. */
    private record Reused(Session session) implements Outcome {}
}
