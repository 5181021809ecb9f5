package news.platform.user.session;

import java.security.SecureRandom;
import java.util.Objects;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.user.key.AccessTokens;
import news.platform.user.login.IdentifyUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Logs in: opens a session for who knows an account's address and password. */
@Component
final class OpenSession {
    private final IdentifyUser identifyUser;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    OpenSession(
            IdentifyUser identifyUser,
            Accounts accounts,
            Sessions sessions,
            AccessTokens accessTokens,
            TransactionTemplate transaction) {
        this.identifyUser = identifyUser;
        this.accounts = accounts;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.transaction = transaction;
    }

    OpenedSession open(String email, String password, String clientAddress, String device) {
        String userId = identifyUser.identify(email, password, clientAddress);
        return Objects.requireNonNull(transaction.execute(status -> {
            // deleted meanwhile: as if it had never been
            Account account = accounts.findShared(userId).orElseThrow(IdentifyUser::badCredentials);
            RefreshToken refreshToken = RefreshToken.first(random);
            String sessionId = sessions.add(userId, device, refreshToken);
            return new OpenedSession(
                    sessionId, accessTokens.issue(userId, sessionId, account.roleLabels()), refreshToken);
        }));
    }
}
