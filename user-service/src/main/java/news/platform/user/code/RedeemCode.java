package news.platform.user.code;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whether somebody has the code that was sent somewhere. */
@Component
public final class RedeemCode {
    private final VerificationCodes codes;
    private final CodeDigits digits;
    private final CodeProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RedeemCode(
            VerificationCodes codes,
            CodeDigits digits,
            CodeProperties properties,
            Clock clock,
            TransactionTemplate transaction) {
        this.codes = codes;
        this.digits = digits;
        this.properties = properties;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether it is the last one that was sent there, and good still; then it is good no more. Each call is a try. */
    public boolean redeem(Contact contact, String code) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            boolean right = codes.tried(contact, properties.tries(), clock.instant())
                    .filter(id -> digits.are(id, code))
                    .isPresent();
            if (right) {
                codes.remove(contact);
            }
            return right;
        }));
    }
}
