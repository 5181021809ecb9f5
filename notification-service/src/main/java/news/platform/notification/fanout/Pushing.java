package news.platform.notification.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.platform.notification.story.Story;
import org.springframework.stereotype.Component;

/** Which devices may be pushed to now. What is held back is counted; its users find it in their list. */
@Component
final class Pushing {
    private final Pushes pushes;
    private final PushDays days;
    private final PushProperties properties;
    private final MeterRegistry meters;

    Pushing(Pushes pushes, PushDays days, PushProperties properties, MeterRegistry meters) {
        this.pushes = pushes;
        this.days = days;
        this.properties = properties;
        this.meters = meters;
    }

    /** The devices of those who are awake and have not had enough; they have had one more then. */
    List<String> allowed(Story story, List<Recipient> recipients, Instant now) {
        var reachable = recipients.stream()
                .filter(recipient -> !recipient.devices().isEmpty())
                .toList();
        if (properties.isTooOld(story.publishTime(), now)) {
            heldBack("age", reachable.size());
            return List.of();
        }
        var awake = reachable.stream()
                .filter(recipient -> !recipient.settings().areQuiet(now))
                .toList();
        heldBack("quiet", reachable.size() - awake.size());
        var allowed = days.count(story.importance(), awake, now);
        heldBack("cap", awake.size() - allowed.size());
        var devices = new ArrayList<String>();
        awake.stream()
                .filter(recipient -> allowed.contains(recipient.userId()))
                .forEach(recipient -> devices.addAll(recipient.devices()));
        return devices;
    }

    void add(Story story, String chunk, List<String> devices, Instant now) {
        pushes.add(story.id(), chunk, devices, now);
    }

    private void heldBack(String reason, int users) {
        meters.counter("news.notification.held.back", "reason", reason).increment(users);
    }
}
