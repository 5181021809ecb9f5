package news.platform.livenews.log;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.grpc.stream.Fanout;
import news.platform.livenews.v1.StreamLivesResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What happens to lives, as streams tell it: from the log what happened before, from its tail what happens. */
@Component
public final class LogEvents {
    private static final Logger log = LoggerFactory.getLogger(LogEvents.class);

    private final LiveLog liveLog;
    private final LogProperties properties;
    private final Clock clock;
    private final Fanout<StreamLivesResponse> fanout;
    private final Counter unreadable;

    LogEvents(
            LiveLog liveLog,
            LogProperties properties,
            Clock clock,
            Fanout<StreamLivesResponse> fanout,
            MeterRegistry meters) {
        this.liveLog = liveLog;
        this.properties = properties;
        this.clock = clock;
        this.fanout = fanout;
        this.unreadable = Counter.builder("news.livenews.log.unreadable")
                .description("times that an entry of the log was left out because it cannot be read")
                .register(meters);
        meters.gauge("news.livenews.stream.subscribers", fanout, Fanout::subscribers);
    }

    /** A bean of its own, since it ends all subscribers when the application stops. */
    @Bean
    static Fanout<StreamLivesResponse> livesFanout(LogProperties properties) {
        return new Fanout<>(properties.buffer(), StreamLivesResponse::getPosition);
    }

    /** Who is told what happens from now on. */
    public Fanout<StreamLivesResponse> fanout() {
        return fanout;
    }

    void publish(Logged logged) {
        told(logged).ifPresent(fanout::publish);
    }

    /** First from where on everything follows and where the log ends now; then what lies behind that, read page by page. */
    public Iterator<StreamLivesResponse> since(long position) {
        var end = liveLog.end();
        var covers = covers(position, end);
        return Stream.concat(
                        Stream.of(LogProtos.opening(end, covers)),
                        liveLog.since(covers).map(this::told).flatMap(Optional::stream))
                .iterator();
    }

    /** Nothing where it cannot be read: whoever waited for it to become readable would wait for ever. */
    private Optional<StreamLivesResponse> told(Logged logged) {
        try {
            return Optional.of(LogProtos.event(logged));
        } catch (InvalidProtocolBufferException e) {
            unreadable.increment();
            log.error("entry {} of the log of lives cannot be read and is left out", logged.sequence(), e);
            return Optional.empty();
        }
    }

    /** The position itself where it is neither older than what is kept nor beyond the end. */
    private long covers(long position, long end) {
        if (position >= end) {
            return end;
        }
        var oldest = clock.instant().minus(properties.keep()).toEpochMilli();
        return Math.max(position, Math.min(end, oldest));
    }
}
