package news.platform.notification.email;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is sent by e-mail.
 *
 * @param greatestAge how old a story may be when its e-mail leaves, so that an outage brings nothing long over; default 1 day, shorter
 *     than a story is kept
 */
@ConfigurationProperties("news.notification.email")
record EmailProperties(@DefaultValue("1d") Duration greatestAge) {
    EmailProperties {
        if (!greatestAge.isPositive()) {
            throw new IllegalArgumentException(
                    "news.notification.email.greatest-age: " + greatestAge + " (expected: > 0)");
        }
    }
}
