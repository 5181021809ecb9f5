package news.platform.notification.email;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.platform.notification.contact.ContactClient;
import news.platform.notification.settings.StoredSettings;
import news.platform.notification.story.Lane;
import news.platform.notification.story.Stories;
import news.platform.notification.story.Stories.Telling;
import news.platform.notification.story.Story;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/**
 * Sends one user one story. It may do so again, for the e-mail is known by its id where it is sent, and there sent once. What it
 * brings is how long to wait before it is tried again, empty where it is done.
 */
@Component
final class SendEmail implements Job<Optional<Duration>> {
    static final String KIND = "email";

    private static final Duration AWAY = Duration.ofSeconds(30);

    private final Stories stories;
    private final StoredSettings settings;
    private final ContactClient contacts;
    private final EmailClient emails;
    private final EmailSite site;
    private final Times times;

    SendEmail(
            Stories stories,
            StoredSettings settings,
            ContactClient contacts,
            EmailClient emails,
            EmailSite site,
            Times times) {
        this.stories = stories;
        this.settings = settings;
        this.contacts = contacts;
        this.emails = emails;
        this.site = site;
        this.times = times;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Duration> call(String text) {
        var key = Key.of(text);
        try {
            return stories.find(key.storyId())
                    .map(Telling::story)
                    .filter(story -> !times.isTooOld(story))
                    .flatMap(story -> email(story, key.userId()))
                    .flatMap(emails::send);
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> Optional.of(AWAY);
                default -> throw e;
            };
        }
    }

    @Override
    public void complete(String text, Optional<Duration> wait) {
        wait.ifPresent(pause -> times.again(text, pause));
    }

    @Override
    public int perLane() {
        return Lane.PLACES;
    }

    /** Empty where the user does not want it any more, or has no address that is known to be theirs. */
    private Optional<Email> email(Story story, String userId) {
        return settings.emailToken(userId, story.kind()).flatMap(token -> contacts.email(userId)
                .map(address -> new Email(
                        story.id() + "/email/" + userId,
                        address,
                        story.title(),
                        story.body(),
                        site.page(story.link()),
                        story.publishTime().plus(times.properties().greatestAge()),
                        site.unsubscribe(token))));
    }

    /** Which story for whom, as the agenda has it. */
    record Key(String storyId, String userId) {
        static Key of(String text) {
            int space = text.indexOf(' ');
            return new Key(text.substring(0, space), text.substring(space + 1));
        }

        String text() {
            return storyId + " " + userId;
        }
    }

    /** When it is sent, and when no longer. */
    @Component
    record Times(Agenda agenda, Clock clock, EmailProperties properties) {
        boolean isTooOld(Story story) {
            return story.publishTime().plus(properties.greatestAge()).isBefore(clock.instant());
        }

        void again(String text, Duration pause) {
            agenda.schedule(
                    KIND, text, Lane.TRANSACTIONAL.word(), clock.instant().plus(pause));
        }
    }
}
