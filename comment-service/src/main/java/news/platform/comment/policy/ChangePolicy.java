package news.platform.comment.policy;

import java.time.Clock;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Rescore;
import news.platform.grpc.resource.Etags;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has comments on a target moderated in another way; the way they are is no change. */
@Component
public final class ChangePolicy {
    private final ModerationPolicies policies;
    private final Rescore rescore;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangePolicy(
            ModerationPolicies policies,
            Rescore rescore,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.policies = policies;
        this.rescore = rescore;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The policy after the change.
     *
     * @param etag the version that it is based on, empty for whatever there is
     */
    public ModerationPolicy change(String target, String etag, Mode mode, String editorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var policy = policies.lock(target);
            if (policy.mode() == mode) {
                return policy;
            }
            Etags.require(etag, policy.version());
            var changed = policy.in(mode);
            policies.save(changed, clock.instant());
            audit.add(editorId, Action.POLICY_CHANGED, target, policy.mode() + " to " + mode);
            rescore.soon();
            return changed;
        }));
    }
}
