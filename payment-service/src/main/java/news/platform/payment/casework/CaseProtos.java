package news.platform.payment.casework;

import java.util.stream.Stream;
import news.platform.payment.v1.CaseKind;
import news.platform.proto.Timestamps;

/** Cases as messages. */
final class CaseProtos {
    private CaseProtos() {}

    static news.platform.payment.v1.Case message(Case found) {
        var difference = found.difference();
        var message = news.platform.payment.v1.Case.newBuilder()
                .setId(found.id())
                .setKind(CaseKind.valueOf("CASE_KIND_" + difference.kind().name()))
                .setChannel(difference.channel())
                .setSubject(difference.subject())
                .setHere(difference.here())
                .setThere(difference.there())
                .setOpenTime(Timestamps.of(found.openTime()));
        Stream.ofNullable(found.closing()).forEach(closing -> message.setCloseTime(Timestamps.of(closing.time()))
                .setClosedBy(closing.by())
                .setNote(closing.note()));
        return message.build();
    }
}
