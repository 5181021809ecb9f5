package news.platform.market.instrument;

import news.platform.market.v1.InstrumentKind;
import news.platform.market.v1.PutInstrumentRequest;

/** Instruments as the contract has them. */
final class InstrumentProtos {
    private static final String KIND = "INSTRUMENT_KIND_";

    private InstrumentProtos() {}

    static news.platform.market.v1.Instrument message(Instrument instrument) {
        return news.platform.market.v1.Instrument.newBuilder()
                .setSymbol(instrument.symbol())
                .setName(instrument.name())
                .setNameZh(instrument.nameZh())
                .setExchange(instrument.exchange())
                .setKind(InstrumentKind.valueOf(KIND + instrument.kind()))
                .setCurrencyCode(instrument.currencyCode())
                .build();
    }

    static Instrument instrument(PutInstrumentRequest request) {
        return new Instrument(
                request.getSymbol(),
                request.getName(),
                request.getNameZh(),
                request.getPinyin(),
                request.getExchange(),
                Kind.valueOf(request.getKind().name().substring(KIND.length())),
                request.getCurrencyCode(),
                request.getDecimals());
    }
}
