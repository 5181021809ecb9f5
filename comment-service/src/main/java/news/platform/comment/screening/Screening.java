package news.platform.comment.screening;

import java.util.regex.Pattern;
import news.platform.comment.policy.Mode;
import news.platform.comment.policy.ModerationPolicies;
import news.platform.comment.screening.Verdict.Decision;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.security.Digests;
import org.springframework.stereotype.Component;

/** Decides whether a text is shown, held back for a moderator or rejected. Thread-safe. */
@Component
public final class Screening {
    private static final Pattern LINK = Pattern.compile(
            "(?i)https?://|www\\.|\\b[a-z0-9-]{2,63}\\.(?:com|net|org|cn|io|cc|top|xyz|me|vip|shop|info)\\b");

    /** What has fewer letters is said by many. */
    private static final int TELLING = 20;

    private final Words words;
    private final ModerationPolicies policies;
    private final Repeats repeats;
    private final ScreeningProperties properties;

    Screening(Words words, ModerationPolicies policies, Repeats repeats, ScreeningProperties properties) {
        this.words = words;
        this.policies = policies;
        this.repeats = repeats;
        this.properties = properties;
    }

    /** Takes over what has changed of the word lists. */
    public void refresh() {
        words.refresh();
    }

    /** Refuses comments on a target that takes none. */
    public void requireOpen(String target) {
        if (policies.mode(target) == Mode.OFF) {
            throw new DomainException(CommentReason.TARGET_CLOSED, "there are no new comments on it");
        }
    }

    /** What becomes of what somebody says about a target. */
    public Verdict judge(String target, String text, String authorId) {
        var found = words.finder().find(text);
        int score = found.score()
                + links(text) * properties.linkWeight()
                + repeats.byOthers(key(text), authorId, properties.repeatsWithin()) * properties.repeatWeight();
        return new Verdict(decision(score, policies.mode(target)), score, found.categories());
    }

    /** Whether the words in it would not have a comment held back. */
    boolean isHarmless(String text) {
        return words.finder().find(text).score() < properties.pendingFrom();
    }

    /** What two texts have in common that say the same, whatever they are disguised as; empty where that tells nothing. */
    public byte[] key(String text) {
        var letters = FoldedText.ofAll(text, words.letters()).letters();
        return letters.length < TELLING ? new byte[0] : Digests.sha256(new String(letters));
    }

    private Decision decision(int score, Mode mode) {
        if (score >= properties.rejectedFrom()) {
            return Decision.REJECTED;
        }
        if (score >= properties.pendingFrom()) {
            return Decision.HELD;
        }
        return mode == Mode.PRE ? Decision.HELD_BY_POLICY : Decision.SHOWN;
    }

    private static int links(String text) {
        return (int) LINK.matcher(text).results().count();
    }
}
