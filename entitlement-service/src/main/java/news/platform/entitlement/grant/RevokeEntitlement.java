package news.platform.entitlement.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import news.platform.entitlement.grant.Grant.Revocation;
import news.platform.entitlement.grant.Grant.State;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.v1.EntitlementReason;
import news.platform.error.DomainException;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what was granted, at once. */
@Component
final class RevokeEntitlement {
    private static final String MOVED_UP = "it moves up: what it stood behind was taken back";

    private final Plans plans;
    private final Holders holders;
    private final Grants grants;
    private final TellRights telling;
    private final IdSource ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RevokeEntitlement(
            Plans plans,
            Holders holders,
            Grants grants,
            TellRights telling,
            IdSource ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.holders = holders;
        this.grants = grants;
        this.telling = telling;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The grant after it; one that was taken back before stays as it is. */
    Grant revoke(String id, String reason, String adminId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            holders.lock(find(id).userId());
            // whoever locked the user before may have changed it
            var grant = find(id);
            if (grant.state(clock.instant(), grace(grant)) == State.EXPIRED) {
                throw new DomainException(EntitlementReason.ENTITLEMENT_EXPIRED, "its time is over");
            }
            return revoked(grant, reason, adminId);
        }));
    }

    /**
     * Takes back what was granted for these sources, in the transaction of its caller, and tells of it once; nothing of what was not
     * granted, or whose time is over. What was bought later for the same scope moves up.
     */
    void revokePaid(String userId, List<String> sources, String reason) {
        holders.lock(userId);
        var now = clock.instant();
        var back = sources.stream()
                .flatMap(source -> grants.ofSource(source).stream())
                .filter(grant -> grant.revocation() == null && grant.state(now, grace(grant)) != State.EXPIRED)
                .toList();
        back.forEach(grant -> grants.revoke(grant.id(), new Revocation(now, Grant.SYSTEM, reason)));
        moveUp(userId, back, now);
        if (!back.isEmpty()) {
            telling.tell(userId);
        }
    }

    /** The user is locked. */
    private Grant revoked(Grant grant, String reason, String by) {
        if (grant.revocation() != null) {
            return grant;
        }
        var revocation = new Revocation(clock.instant(), by, reason);
        grants.revoke(grant.id(), revocation);
        moveUp(grant.userId(), List.of(grant), revocation.time());
        telling.tell(grant.userId());
        return grant.revoked(revocation);
    }

    /** Takes back all that a user has, in the transaction of its caller. */
    void revokeAll(String userId, String reason) {
        if (!holders.lockKnown(userId)) {
            return;
        }
        var now = clock.instant();
        grants.unended(userId, now.minus(plans.longestGrace())).stream()
                .filter(grant -> grant.state(now, grace(grant)) != State.EXPIRED)
                .forEach(grant -> grants.revoke(grant.id(), new Revocation(now, Grant.SYSTEM, reason)));
        telling.tell(userId);
    }

    /** What was granted never changes: what moves up is taken back and granted anew, under the same source. */
    private void moveUp(String userId, List<Grant> back, Instant time) {
        var now = time.truncatedTo(ChronoUnit.MICROS);
        var unended = grants.unended(userId, now);
        for (var scope : back.stream().map(Grant::scope).distinct().toList()) {
            var ofScope = unended.stream()
                    .filter(grant -> grant.scope().equals(scope))
                    .toList();
            for (var moved : Grant.movedUp(ofScope, now)) {
                var grant = moved.grant();
                grants.revoke(grant.id(), new Revocation(now, Grant.SYSTEM, MOVED_UP));
                grants.add(new Grant(
                        ids.next(),
                        userId,
                        scope,
                        moved.from(),
                        moved.to(),
                        grant.source(),
                        grant.reason(),
                        Grant.SYSTEM,
                        now,
                        null));
            }
        }
    }

    private Duration grace(Grant grant) {
        return plans.grace(grant.scope());
    }

    private Grant find(String id) {
        return grants.find(id)
                .orElseThrow(() -> new DomainException(EntitlementReason.ENTITLEMENT_NOT_FOUND, "no such grant"));
    }
}
