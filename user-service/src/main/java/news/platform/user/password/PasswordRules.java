package news.platform.user.password;

import java.util.List;
import java.util.stream.Stream;
import news.platform.error.DomainException;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/**
 * Which passwords an account may get, besides their length: none that stands in a list of breached ones and none that is
 * the owner's own address or name, in whatever case or width, with a few digits or signs around it, or repeated (NIST SP
 * 800-63B, 3.1.1.2). Nothing is demanded of its composition.
 */
@Component
public final class PasswordRules {
    private static final int SHORTEST_VARIANT = 4;

    private final BreachedPasswords breached;

    PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /**
     * Refuses a password with WEAK_PASSWORD.
     *
     * @param field where the request has it
     */
    public void check(String field, String password, String email, String displayName) {
        List<String> variants = PasswordText.variants(PasswordText.folded(password));
        if (variants.stream().anyMatch(variant -> variant.length() < SHORTEST_VARIANT || breached.contains(variant))) {
            throw refusal(field, "is, or is hardly more than, one of the passwords that are tried first");
        }
        // a name of signs alone is bare of everything, and so is every password of signs alone
        List<String> own = Stream.of(email, localPart(email), displayName)
                .map(PasswordText::bare)
                .filter(name -> !name.isEmpty())
                .toList();
        if (variants.stream().map(PasswordText::bare).anyMatch(own::contains)
                || own.stream().anyMatch(name -> PasswordText.decorates(password, name))) {
            throw refusal(field, "must not be the address or the name of the account");
        }
    }

    private static String localPart(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static DomainException refusal(String field, String what) {
        return DomainException.field(UserReason.WEAK_PASSWORD, field, what);
    }
}
