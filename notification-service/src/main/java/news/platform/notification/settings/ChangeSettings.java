package news.platform.notification.settings;

import io.grpc.StatusRuntimeException;
import news.platform.error.DomainException;
import news.platform.notification.contact.ContactClient;
import news.platform.notification.v1.NotificationReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replaces a user's settings; e-mails are for who has an address that is known to be theirs. */
@Component
final class ChangeSettings {
    private static final Logger log = LoggerFactory.getLogger(ChangeSettings.class);

    private final StoredSettings stored;
    private final ContactClient contacts;

    ChangeSettings(StoredSettings stored, ContactClient contacts) {
        this.stored = stored;
        this.contacts = contacts;
    }

    void change(String userId, Settings settings) {
        if (!stored.of(userId).emailTopics().containsAll(settings.emailTopics()) && !canBeReached(userId)) {
            throw DomainException.field(
                    NotificationReason.EMAIL_NOT_VERIFIED,
                    "settings.emailTopics",
                    "must have no further topic until you have logged in by a code that was sent to your e-mail address");
        }
        stored.put(userId, settings);
    }

    /** Who cannot be asked for is believed: each e-mail asks again. */
    private boolean canBeReached(String userId) {
        try {
            return contacts.email(userId).isPresent();
        } catch (StatusRuntimeException e) {
            log.warn(
                    "whether user {} has an address is not known, user-service does not answer: {}",
                    userId,
                    e.getStatus());
            return true;
        }
    }
}
