package news.platform.notification.fanout;

import java.util.List;
import news.platform.notification.device.Devices;
import news.platform.notification.settings.Settings;
import news.platform.notification.settings.StoredSettings;
import news.platform.notification.story.Lane;
import news.platform.notification.story.Stories;
import news.platform.notification.story.Stories.Telling;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/** Tells a story group by group: the next one is scheduled in the transaction that tells this one, so each is told once. */
@Component
final class TellStory implements Job<Group> {
    static final String KIND = "story";

    private static final int GROUP = 500;

    private final Stories stories;
    private final Audience audience;
    private final StoredSettings settings;
    private final Devices devices;
    private final TellGroup telling;

    TellStory(Stories stories, Audience audience, StoredSettings settings, Devices devices, TellGroup telling) {
        this.stories = stories;
        this.audience = audience;
        this.settings = settings;
        this.devices = devices;
        this.telling = telling;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Group call(String storyId) {
        return stories.find(storyId).map(this::next).orElse(Group.NOBODY);
    }

    @Override
    public void complete(String storyId, Group group) {
        telling.tell(storyId, group);
    }

    @Override
    public int concurrency() {
        return Lane.places();
    }

    /** So that no lane takes the places of another. */
    @Override
    public int perLane() {
        return Lane.PLACES;
    }

    private Group next(Telling story) {
        var users = audience.next(story, GROUP);
        if (users.isEmpty()) {
            return Group.NOBODY;
        }
        var wishes = settings.of(users);
        var owned = devices.of(users);
        var recipients = users.stream()
                .map(user -> new Recipient(
                        user, wishes.getOrDefault(user, Settings.DEFAULT), owned.getOrDefault(user, List.of())))
                .filter(recipient -> recipient.settings().want(story.story()))
                .toList();
        return new Group(recipients, users.getLast(), users.size() < GROUP);
    }
}
