package news.platform.comment.targets;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.comment.targets.Targets.State;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whether something can be said about an article or a live. Events have told of it as a rule; where they have not, its
 * owner is asked, once. Not within a transaction.
 */
@Component
public final class OpenTargets {
    private static final Logger log = LoggerFactory.getLogger(OpenTargets.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** What it was told by asking; whatever an event tells is later. */
    private static final long ASKED = 0;

    private final Targets targets;
    private final TargetClient owners;

    OpenTargets(Targets targets, TargetClient owners) {
        this.targets = targets;
        this.owners = owners;
    }

    /** Refuses a request for a target that readers do not have, or no longer. */
    public void require(Target target) {
        require(
                target,
                () -> DomainException.field(
                        CommentReason.TARGET_UNKNOWN, "target", "there is no such article or live: " + target));
    }

    /** The same for an article that is asked for by itself. */
    public void requireArticle(String id) {
        require(
                Target.article(id),
                () -> new DomainException(CommentReason.ARTICLE_NOT_FOUND, "there is no such article"));
    }

    private void require(Target target, Supplier<DomainException> unknown) {
        var state = targets.find(target).or(() -> asked(target)).orElseThrow(unknown);
        if (state == State.RECALLED) {
            throw new DomainException(CommentReason.TARGET_RECALLED, "it was withdrawn, nothing can be said about it");
        }
    }

    private Optional<State> asked(Target target) {
        try {
            var state = owners.ask(target);
            state.ifPresent(told -> targets.told(target, told, ASKED));
            return state;
        } catch (StatusRuntimeException e) {
            log.warn("{} is not known, and who knows it does not answer: {}", target, e.getStatus());
            throw new DomainException(
                            CommentReason.TARGET_UNAVAILABLE, "whether there is " + target + " cannot be told now")
                    .retryAfter(SOON);
        }
    }
}
