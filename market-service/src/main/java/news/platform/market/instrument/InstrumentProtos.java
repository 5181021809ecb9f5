package news.platform.market.instrument;

import news.platform.market.v1.InstrumentKind;

/** Instruments as the contract has them. */
final class InstrumentProtos {
    private InstrumentProtos() {}

    static news.platform.market.v1.Instrument message(Instrument instrument) {
        return news.platform.market.v1.Instrument.newBuilder()
                .setSymbol(instrument.symbol())
                .setName(instrument.name())
                .setNameZh(instrument.nameZh())
                .setExchange(instrument.exchange())
                .setKind(InstrumentKind.valueOf("INSTRUMENT_KIND_" + instrument.kind()))
                .setCurrencyCode(instrument.currencyCode())
                .build();
    }
}
