package news.platform.entitlement.grant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import news.platform.entitlement.grant.GrantEntitlement.Draft;
import news.platform.entitlement.right.Scope;
import news.platform.entitlement.v1.CreateEntitlementRequest;
import news.platform.entitlement.v1.Entitlement;
import news.platform.entitlement.v1.EntitlementState;
import news.platform.proto.Timestamps;

/** Grants as messages, and what messages say of them. */
final class EntitlementProtos {
    private EntitlementProtos() {}

    static Draft draft(CreateEntitlementRequest request) {
        return new Draft(
                request.getUserId(),
                Scope.of(request.getScope()),
                request.hasFrom() ? instant(request.getFrom()) : null,
                request.hasTo() ? instant(request.getTo()) : null,
                request.getReason());
    }

    /** As its user sees it. */
    static Entitlement own(Grant grant, Instant now, Duration grace) {
        var message = Entitlement.newBuilder()
                .setId(grant.id())
                .setUserId(grant.userId())
                .setScope(grant.scope().toString())
                .setFrom(Timestamps.of(grant.from()))
                .setSource(grant.source())
                .setState(state(grant.state(now, grace)))
                .setCreateTime(Timestamps.of(grant.createTime()));
        Stream.ofNullable(grant.to()).map(Timestamps::of).forEach(message::setTo);
        Stream.ofNullable(grant.revocation())
                .forEach(revocation -> message.setRevokeTime(Timestamps.of(revocation.time())));
        return message.build();
    }

    /** As administrators see it. */
    static Entitlement whole(Grant grant, Instant now, Duration grace) {
        var message = own(grant, now, grace).toBuilder().setReason(grant.reason());
        Stream.ofNullable(grant.revocation()).forEach(revocation -> message.setRevokeReason(revocation.reason()));
        return message.build();
    }

    private static EntitlementState state(Grant.State state) {
        return EntitlementState.valueOf("ENTITLEMENT_STATE_" + state.name());
    }

    /** As exact as the database. */
    private static Instant instant(com.google.protobuf.Timestamp time) {
        return Timestamps.instant(time).truncatedTo(ChronoUnit.MICROS);
    }
}
