package news.platform.proto;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** {@link Instant} to and from {@link Timestamp}, to the nanosecond; the database keeps microseconds. */
public final class Timestamps {
    private Timestamps() {}

    /** The time as messages say it. */
    public static Timestamp of(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    /** The time that a message says. */
    public static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
