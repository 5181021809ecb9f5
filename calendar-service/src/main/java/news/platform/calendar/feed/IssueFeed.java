package news.platform.calendar.feed;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import news.platform.security.Digests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the address of a user's own calendar; whoever had the one before finds nothing there any more. */
@Component
final class IssueFeed {
    private static final int BYTES = 24;

    private final Feeds feeds;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssueFeed(Feeds feeds, TransactionTemplate transaction, Clock clock) {
        this.feeds = feeds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The secret, which nobody can read here again. */
    String issue(String userId) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(_ -> feeds.put(userId, digest(secret), clock.instant()));
        return secret;
    }

    /** As it is stored; the secret is long and random, so nothing slower is needed. */
    static String digest(String secret) {
        return HexFormat.of().formatHex(Digests.sha256(secret));
    }
}
