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

    /** @throws InvalidProtocolBufferException where what the entry holds is no live */
    static StreamLivesResponse event(Logged logged) throws InvalidProtocolBufferException {
        return StreamLivesResponse.newBuilder()
                .setPosition(logged.sequence())
                .setEvent(logged.event())
                .setLive(Live.parseFrom(logged.live()))
                .addAllChannelIds(logged.channelIds())
                .setImportance(logged.importance())
                .addAllSymbols(logged.symbols())
                .addAllTakesBack(logged.takesBack())
                .build();
    }
}
