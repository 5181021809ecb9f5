package news.platform.notification.purchase;

import com.google.type.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentSucceeded;
import news.platform.proto.Timestamps;

/** What becomes of purchases as stories for who made them. */
final class PurchaseProtos {
    private static final String PLANS = "plans/";
    private static final int IMPORTANCE = 3;
    private static final int NANOS = 9;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private PurchaseProtos() {}

    static Story paid(String id, PaymentSucceeded event) {
        return story(
                id,
                "payments/" + event.getPaymentId(),
                "/orders/" + event.getOrderId(),
                "Your payment of " + text(event.getAmount()) + " has come",
                "Thank you. What you bought is open.",
                event.getUserId(),
                Timestamps.instant(event.getTime()));
    }

    static Story refunded(String id, PaymentRefunded event) {
        return story(
                id,
                "refunds/" + event.getRefundId(),
                "/orders/" + event.getOrderId(),
                text(event.getAmount()) + " went back to you",
                event.getWhole() ? "That is all that you paid." : "",
                event.getUserId(),
                Timestamps.instant(event.getTime()));
    }

    static Story ending(String id, String userId, String plan, Instant end, Instant now) {
        return story(
                id,
                "memberships/%s/%s/%d".formatted(userId, plan, end.getEpochSecond()),
                "/products",
                "Your membership ends on " + DAY.format(end),
                "What you renew before begins where it ends.",
                userId,
                now);
    }

    /** When the last right of each plan ends, of those that end. */
    static Map<String, Instant> ends(UserEntitlementsChanged event) {
        var ends = new HashMap<String, Instant>();
        var endless = new HashSet<String>();
        event.getRightsList().stream()
                .filter(right -> right.getScope().startsWith(PLANS))
                .forEach(right -> {
                    var plan = right.getScope().substring(PLANS.length());
                    if (right.hasUntil()) {
                        ends.merge(
                                plan,
                                Timestamps.instant(right.getUntil()),
                                (one, other) -> one.isAfter(other) ? one : other);
                    } else {
                        endless.add(plan);
                    }
                });
        ends.keySet().removeAll(endless);
        return ends;
    }

    private static Story story(
            String id, String subject, String link, String title, String body, String userId, Instant time) {
        return new Story(id, subject, link, Kind.PURCHASES, IMPORTANCE, title, body, List.of(Story.user(userId)), time);
    }

    private static String text(Money money) {
        var amount = BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANOS));
        int digits = Currency.getInstance(money.getCurrencyCode()).getDefaultFractionDigits();
        return money.getCurrencyCode() + " " + amount.setScale(digits).toPlainString();
    }
}
