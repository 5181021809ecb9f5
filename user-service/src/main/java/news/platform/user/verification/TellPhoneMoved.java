package news.platform.user.verification;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.platform.user.account.Accounts;
import news.platform.user.code.DeliveryClient;
import news.platform.user.code.Notice;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/**
 * Tells by e-mail who had a number that it is another account's now: whoever took it may have taken more. What it brings is how long
 * to wait before it is tried again, empty where it is done.
 */
@Component
final class TellPhoneMoved implements Job<Optional<Duration>> {
    static final String KIND = "phone-moved";

    /** Later than that it only frightens. */
    private static final Duration GREATEST_AGE = Duration.ofDays(3);

    private static final Duration AWAY = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final DeliveryClient deliveries;
    private final Agenda agenda;
    private final Clock clock;

    TellPhoneMoved(Accounts accounts, DeliveryClient deliveries, Agenda agenda, Clock clock) {
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Once the current transaction has committed. */
    void schedule(String formerOwner) {
        var now = clock.instant();
        agenda.schedule(KIND, new Key(formerOwner, now.getEpochSecond()).text(), now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Duration> call(String text) {
        var key = Key.of(text);
        var end = Instant.ofEpochSecond(key.second()).plus(GREATEST_AGE);
        if (!clock.instant().isBefore(end)) {
            return Optional.empty();
        }
        try {
            return tell(key, end);
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> Optional.of(AWAY);
                default -> throw e;
            };
        }
    }

    private Optional<Duration> tell(Key key, Instant end) {
        return accounts.find(key.userId())
                .flatMap(account -> deliveries.deliver(new Notice(
                        "phones/" + key.userId() + "/" + key.second(),
                        account.email(),
                        "Your telephone number is another account's now",
                        "Somebody showed by a code that was sent to it that the number is theirs. Your account has none any more, and"
                                + " nobody logs in to it by that number. If it is still yours, give it to your account again"
                                + " and change your password.",
                        end)));
    }

    @Override
    public void complete(String text, Optional<Duration> wait) {
        wait.ifPresent(pause -> agenda.schedule(KIND, text, clock.instant().plus(pause)));
    }

    /** Whose it was, and when it moved: told once of each time. */
    private record Key(String userId, long second) {
        static Key of(String text) {
            int space = text.indexOf(' ');
            return new Key(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
        }

        String text() {
            return userId + " " + second;
        }
    }
}
