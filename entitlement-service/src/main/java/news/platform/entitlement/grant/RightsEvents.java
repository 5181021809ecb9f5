package news.platform.entitlement.grant;

import java.util.stream.Stream;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.right.Rights;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells the others what a user may read, through the outbox of the current transaction. */
@Component
final class RightsEvents {
    private final Outbox outbox;
    private final Plans plans;

    RightsEvents(Outbox outbox, Plans plans) {
        this.outbox = outbox;
        this.plans = plans;
    }

    void changed(String userId, long version, Rights rights) {
        if (rights.isEmpty()) {
            outbox.publishEnd(UserEntitlementsEnded.newBuilder()
                    .setUserId(userId)
                    .setVersion(version)
                    .build());
        } else {
            outbox.publish(UserEntitlementsChanged.newBuilder()
                    .setUserId(userId)
                    .setVersion(version)
                    .addAllRights(rights.all().stream().map(this::message).toList())
                    .build());
        }
    }

    private Right message(news.platform.entitlement.right.Right right) {
        var message = Right.newBuilder()
                .setScope(right.scope().toString())
                .setFrom(Timestamps.of(right.from()))
                .addAllOpens(plans.opens(right.scope()));
        Stream.ofNullable(right.until()).map(Timestamps::of).forEach(message::setUntil);
        return message.build();
    }
}
