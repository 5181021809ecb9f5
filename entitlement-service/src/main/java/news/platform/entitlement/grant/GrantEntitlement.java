package news.platform.entitlement.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.entitlement.article.ArticleClient;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.right.Scope;
import news.platform.entitlement.v1.EntitlementReason;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Grants something to a user; in two steps, since what other services have to confirm comes before the transaction. */
@Component
final class GrantEntitlement {
    /** So many, which are not over, can a user have: all of them are one event. */
    static final int LIMIT = 1000;

    private final UserClient users;
    private final ArticleClient articles;
    private final Plans plans;
    private final Holders holders;
    private final Grants grants;
    private final TellRights telling;
    private final IdSource ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GrantEntitlement(
            UserClient users,
            ArticleClient articles,
            Plans plans,
            Holders holders,
            Grants grants,
            TellRights telling,
            IdSource ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.articles = articles;
        this.plans = plans;
        this.holders = holders;
        this.grants = grants;
        this.telling = telling;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Finds the user, the scope and the time to be possible, or refuses. */
    void check(Draft draft) {
        if (!plans.know(draft.scope())) {
            throw DomainException.field(
                    EntitlementReason.SCOPE_UNKNOWN, "scope", draft.scope() + " (expected: a plan that there is)");
        }
        var now = clock.instant();
        var from = draft.from() == null ? now : draft.from();
        if (draft.to() != null && !(draft.to().isAfter(from) && draft.to().isAfter(now))) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, "to", draft.to() + " (expected: later than now and than from)");
        }
        if (!draft.scope().isPlan() && !articles.mayBe(draft.scope().id())) {
            throw DomainException.field(
                    EntitlementReason.SCOPE_UNKNOWN,
                    "scope",
                    draft.scope() + " (expected: an article that readers find)");
        }
        users.require(draft.userId());
    }

    /** Writes it under this id. */
    Grant grant(String id, Draft draft, String adminId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            // as exact as the database
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            holders.lock(draft.userId());
            return add(new Grant(
                    id,
                    draft.userId(),
                    draft.scope(),
                    draft.from() == null ? now : draft.from(),
                    draft.to(),
                    Grant.STAFF,
                    draft.reason(),
                    adminId,
                    now,
                    null));
        }));
    }

    /**
     * Grants what was paid for together, in the transaction of its caller, once for each source, and tells of it once. Who has a
     * scope already has it for the period longer: it begins where the last of what they have ends, or now.
     *
     * @return false, and nothing is granted, where there is no such plan or it would be more than one can have
     */
    boolean grantPaid(String userId, List<Purchase> purchases) {
        holders.lock(userId);
        var open = purchases.stream()
                .filter(purchase -> grants.ofSource(purchase.source()).isEmpty())
                .toList();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var unended = grants.unended(userId, now.minus(plans.longestGrace()));
        var before = unended.stream()
                .filter(grant -> grant.to() == null || grant.to().isAfter(now))
                .toList();
        if (!open.stream().map(Purchase::scope).allMatch(plans::know) || before.size() + open.size() > LIMIT) {
            return false;
        }
        var added = add(userId, open, before, now);
        if (!open.isEmpty()) {
            telling.tell(userId, Stream.concat(unended.stream(), added.stream()).toList());
        }
        return true;
    }

    /** Writes down what was paid for without telling; what is known by its source stays. */
    void note(String userId, List<Purchase> purchases) {
        holders.lock(userId);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var unknown = purchases.stream()
                .filter(purchase -> grants.ofSource(purchase.source()).isEmpty())
                .toList();
        add(userId, unknown, grants.unended(userId, now), now);
    }

    /**
     * Adds what was paid for and is not known; the user is locked.
     *
     * @param before what they have that is not over
     * @return what was added
     */
    private List<Grant> add(String userId, List<Purchase> purchases, List<Grant> before, Instant now) {
        var all = new ArrayList<>(before);
        for (var purchase : purchases) {
            var from = all.stream()
                    .filter(grant -> grant.scope().equals(purchase.scope()))
                    .flatMap(grant -> Stream.ofNullable(grant.to()))
                    .max(Comparator.naturalOrder())
                    .orElse(now);
            var grant = new Grant(
                    ids.next(),
                    userId,
                    purchase.scope(),
                    from,
                    purchase.period() == null ? null : purchase.end(from),
                    purchase.source(),
                    purchase.reason(),
                    Grant.SYSTEM,
                    now,
                    null);
            grants.add(grant);
            all.add(grant);
        }
        return all.subList(before.size(), all.size());
    }

    /** The user is locked. */
    private Grant add(Grant grant) {
        if (grants.unended(grant.userId(), grant.createTime()).size() >= LIMIT) {
            throw new DomainException(
                    EntitlementReason.ENTITLEMENTS_FULL, "the user has " + LIMIT + " that are not over");
        }
        grants.add(grant);
        telling.tell(grant.userId());
        return grant;
    }

    /**
     * What was paid for.
     *
     * @param source names it, as {@code orders/{id}}, and no other that was paid; not {@code staff}
     * @param period for how long, in days, months and years of UTC; null: for good
     * @param reason for administrators
     */
    record Purchase(String source, Scope scope, @Nullable Period period, String reason) {
        private Instant end(Instant from) {
            return from.atOffset(ZoneOffset.UTC)
                    .plus(Objects.requireNonNull(period))
                    .toInstant();
        }
    }

    /**
     * What is to be granted.
     *
     * @param from null: from now on
     * @param to null: for good
     */
    record Draft(
            String userId,
            Scope scope,
            @Nullable Instant from,
            @Nullable Instant to,
            String reason) {}
}
