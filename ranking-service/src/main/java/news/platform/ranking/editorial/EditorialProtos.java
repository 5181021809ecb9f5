package news.platform.ranking.editorial;

import news.platform.proto.Timestamps;

/** What editors did by hand as messages. */
final class EditorialProtos {
    private EditorialProtos() {}

    static news.platform.ranking.v1.Pin pin(Pin pin) {
        return news.platform.ranking.v1.Pin.newBuilder()
                .setType(pin.ref().type())
                .setId(pin.ref().id())
                .setChannel(pin.channel())
                .setPosition(pin.position())
                .setUntil(Timestamps.of(pin.until()))
                .build();
    }

    static news.platform.ranking.v1.Demotion demotion(Demotion demotion) {
        return news.platform.ranking.v1.Demotion.newBuilder()
                .setType(demotion.ref().type())
                .setId(demotion.ref().id())
                .setFactor(demotion.factor())
                .setUntil(Timestamps.of(demotion.until()))
                .build();
    }
}
