package news.platform.payment.intent;

import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.payment.charge.ChargeProtos;
import news.platform.thirdparty.v1.ChargeFailed;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeProcessing;
import org.springframework.stereotype.Component;

/** Takes what payment channels tell by themselves, verified by thirdparty-service. */
@Component
final class ChargeReportHandler implements EventHandler {
    private final TakeReport taking;

    ChargeReportHandler(TakeReport taking) {
        this.taking = taking;
    }

    @Override
    public Takes takes() {
        return Takes.of(ChargePaid.class, (event, _) -> taking.take(ChargeProtos.report(event)))
                .and(ChargeProcessing.class, (event, _) -> taking.take(ChargeProtos.report(event)))
                .and(ChargeFailed.class, (event, _) -> taking.take(ChargeProtos.report(event)));
    }

    /** Those of different payments meet at nothing but their order. */
    @Override
    public int concurrency() {
        return 4;
    }
}
