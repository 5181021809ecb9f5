package news.platform.livenews.live;

import java.util.LinkedHashSet;
import java.util.List;
import news.platform.livenews.channel.ChannelTree;
import news.platform.livenews.log.LiveLog;
import news.platform.livenews.log.LogEntry;
import news.platform.livenews.log.LogEntry.Event;
import news.platform.livenews.reading.Flash;
import news.platform.livenews.reading.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/**
 * Tells what happened, in the current transaction and last in it: other services through the outbox, streams through the log,
 * where an entry is found by what the live is and by what it was before.
 */
@Component
final class LiveEvents {
    private final Outbox outbox;
    private final LiveLog log;

    LiveEvents(Outbox outbox, LiveLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    /** Its place in the log. */
    long created(Live live, ChannelTree channels) {
        var told = LiveProtos.live(live);
        outbox.publish(LiveCreated.newBuilder()
                .setLiveId(live.id())
                .setVersion(live.version())
                .setLive(told)
                .build());
        return log.append(entry(Event.CREATED, told, List.of(live.flash()), channels));
    }

    void updated(Live live, Live before, ChannelTree channels) {
        var told = LiveProtos.live(live);
        outbox.publish(LiveUpdated.newBuilder()
                .setLiveId(live.id())
                .setVersion(live.version())
                .setLive(told)
                .build());
        log.append(entry(Event.UPDATED, told, List.of(live.flash(), before.flash()), channels));
    }

    void deleted(Live live, ChannelTree channels) {
        outbox.publish(LiveDeleted.newBuilder()
                .setLiveId(live.id())
                .setVersion(live.version())
                .setDeleteTime(Timestamps.of(live.updateTime()))
                .build());
        log.append(entry(Event.DELETED, LiveProtos.withdrawn(live), List.of(live.flash()), channels));
    }

    private static LogEntry entry(
            Event event, news.platform.livenews.v1.Live live, List<Flash> flashes, ChannelTree channels) {
        var channelIds = new LinkedHashSet<String>();
        var symbols = new LinkedHashSet<String>();
        var importance = Flash.ORDINARY;
        for (var flash : flashes) {
            channelIds.addAll(channels.withAncestors(flash.channelIds()));
            symbols.addAll(flash.symbols());
            importance = Math.max(importance, flash.importance());
        }
        return new LogEntry(
                event, live.getId(), live.toByteArray(), List.copyOf(channelIds), importance, List.copyOf(symbols));
    }
}
