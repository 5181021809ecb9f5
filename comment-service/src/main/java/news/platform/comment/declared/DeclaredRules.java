package news.platform.comment.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.comment.audit.Action;
import news.platform.comment.policy.ChangePolicy;
import news.platform.comment.screening.ChangeWordList;
import news.platform.persistence.audit.AuditTrail;
import news.platform.security.Digests;
import news.platform.work.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the rules of a file when it changes, once, whichever replica sees it first; whole, or not at all where something
 * in it is wrong. What moderators change afterwards stays until the file changes again.
 */
@Component
final class DeclaredRules {
    private static final Logger log = LoggerFactory.getLogger(DeclaredRules.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String SUBJECT = "declared rules";

    private final ChangeWordList lists;
    private final ChangePolicy policies;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final AtomicReference<String> seen = new AtomicReference<>("");

    DeclaredRules(
            DeclaredProperties properties,
            ChangeWordList lists,
            ChangePolicy policies,
            AuditTrail audit,
            TransactionTemplate transaction,
            Rounds rounds) {
        this.lists = lists;
        this.policies = policies;
        this.audit = audit;
        this.transaction = transaction;
        if (!properties.file().isEmpty()) {
            var file = Path.of(properties.file());
            rounds.paced("declared-rules", () -> {
                look(file);
                return PERIOD;
            });
        }
    }

    /** Takes over what is new in the file; one that is not there says nothing. */
    void look(Path file) {
        var text = text(file);
        if (text.isEmpty() || text.equals(seen.get())) {
            return;
        }
        try {
            take(Rules.parse(text), HexFormat.of().formatHex(Digests.sha256(text)));
        } catch (IllegalArgumentException e) {
            log.warn("{} is refused, the rules stay as they are: {}", file, e.getMessage());
        }
        seen.set(text);
    }

    private void take(Rules rules, String digest) {
        transaction.executeWithoutResult(_ -> {
            if (audit.latestDetail(SUBJECT).filter(digest::equals).isPresent()) {
                return;
            }
            rules.wordLists()
                    .forEach((category, list) -> lists.change(
                            category,
                            "",
                            list.words(),
                            Objects.requireNonNull(list.weight()),
                            Objects.requireNonNull(list.passingWeight()),
                            AuditTrail.SYSTEM));
            rules.policies().forEach((target, mode) -> policies.change(target, "", mode, AuditTrail.SYSTEM));
            audit.add(AuditTrail.SYSTEM, Action.RULES_DECLARED, SUBJECT, digest);
            log.info("Rules taken over: {}, {}", rules.wordLists().keySet(), rules.policies());
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
