package news.platform.livenews.log;

import java.time.Clock;
import java.util.Iterator;
import java.util.stream.Stream;
import news.platform.grpc.stream.Fanout;
import news.platform.livenews.v1.StreamLivesResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What happens to lives, as streams tell it: from the log what happened before, from its tail what happens. */
@Component
public final class LogEvents {
    private final LiveLog log;
    private final LogProperties properties;
    private final Clock clock;
    private final Fanout<StreamLivesResponse> fanout;

    LogEvents(LiveLog log, LogProperties properties, Clock clock, Fanout<StreamLivesResponse> fanout) {
        this.log = log;
        this.properties = properties;
        this.clock = clock;
        this.fanout = fanout;
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
        fanout.publish(LogProtos.event(logged));
    }

    /** First from where on everything follows and where the log ends now; then what lies behind that, read page by page. */
    public Iterator<StreamLivesResponse> since(long position) {
        var end = log.end();
        var covers = covers(position, end);
        return Stream.concat(
                        Stream.of(LogProtos.opening(end, covers)),
                        log.since(covers).map(LogProtos::event))
                .iterator();
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
