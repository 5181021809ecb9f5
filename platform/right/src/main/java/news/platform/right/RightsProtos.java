package news.platform.right;

import java.time.Instant;
import java.util.Set;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.proto.Timestamps;
import news.platform.security.Right;
import news.platform.security.Rights;

/** Rights as events tell them. */
public final class RightsProtos {
    private RightsProtos() {}

    /**
     * What the event says. What was open when it was told is so whatever the clock of who reads it says.
     *
     * @param told when it was published
     */
    public static Rights rights(UserEntitlementsChanged event, Instant told) {
        return new Rights(
                event.getVersion(),
                event.getRightsList().stream().map(right -> right(right, told)).toList());
    }

    private static Right right(news.platform.entitlement.v1.Right right, Instant told) {
        var from = Timestamps.instant(right.getFrom());
        return new Right(
                Set.copyOf(right.getOpensList()),
                from.isAfter(told) ? from : null,
                right.hasUntil() ? Timestamps.instant(right.getUntil()) : null);
    }
}
