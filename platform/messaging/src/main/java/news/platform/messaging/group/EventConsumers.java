package news.platform.messaging.group;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All consumers of the application, each by itself, as long as it runs. */
final class EventConsumers implements SmartLifecycle {
    private final List<GroupConsumer> consumers;
    private volatile boolean running;

    EventConsumers(List<GroupConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    List<GroupConsumer> all() {
        return consumers;
    }

    @Override
    public void start() {
        running = true;
        consumers.forEach(GroupConsumer::start);
    }

    @Override
    public void stop() {
        running = false;
        consumers.parallelStream().forEach(GroupConsumer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
