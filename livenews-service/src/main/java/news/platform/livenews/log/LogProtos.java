package news.platform.livenews.log;

import com.google.protobuf.InvalidProtocolBufferException;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.StreamLivesResponse;

/** Entries of the log as messages. */
final class LogProtos {
    private LogProtos() {}

    static StreamLivesResponse opening(long end, long covers) {
        return StreamLivesResponse.newBuilder()
                .setPosition(end)
                .setCoversFrom(covers)
                .build();
    }

    static StreamLivesResponse event(Logged logged) {
        var entry = logged.entry();
        return StreamLivesResponse.newBuilder()
                .setPosition(logged.sequence())
                .setEvent(entry.event().word())
                .setLive(live(entry.live()))
                .addAllChannelIds(entry.channelIds())
                .setImportance(entry.importance())
                .addAllSymbols(entry.symbols())
                .build();
    }

    private static Live live(byte[] encoded) {
        try {
            return Live.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("not what was appended to the log", e);
        }
    }
}
