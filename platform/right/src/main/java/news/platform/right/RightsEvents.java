package news.platform.right;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.Takes;
import news.platform.proto.Timestamps;
import news.platform.security.Right;
import news.platform.security.Rights;

/** Rights as events tell them. */
public final class RightsEvents {
    private RightsEvents() {}

    /**
     * The events that tell what is open to users.
     *
     * @param told is given a user's id and all that is open to them. To who has ended nothing is; the version goes on, so that no late
     *     event opens anything again
     */
    public static Takes takes(BiConsumer<String, Rights> told) {
        return Takes.of(
                        UserEntitlementsChanged.class,
                        (event, context) -> told.accept(event.getUserId(), rights(event, context.time())))
                .andEnd(
                        UserEntitlementsEnded.class,
                        context -> told.accept(context.subject(), new Rights(context.version(), List.of())));
    }

    /**
     * What the event says. What was open when it was told is so whatever the clock of who reads it says.
     *
     * @param time when it was published
     */
    static Rights rights(UserEntitlementsChanged event, Instant time) {
        return new Rights(
                event.getVersion(),
                event.getRightsList().stream().map(right -> right(right, time)).toList());
    }

    private static Right right(news.platform.entitlement.v1.Right right, Instant time) {
        var from = Timestamps.instant(right.getFrom());
        return new Right(
                Set.copyOf(right.getOpensList()),
                from.isAfter(time) ? from : null,
                right.hasUntil() ? Timestamps.instant(right.getUntil()) : null);
    }
}
