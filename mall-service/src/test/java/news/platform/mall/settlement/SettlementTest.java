package news.platform.mall.settlement;

import java.util.UUID;
import news.platform.mall.MallServiceTest;
import news.platform.mall.money.Amount;
import news.platform.mall.v1.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Others tell of orders. */
abstract class SettlementTest extends MallServiceTest {
    @Autowired
    private SettleOrder settling;

    @Autowired
    private TransactionTemplate transaction;

    static String freshPayment() {
        return "payment-" + UUID.randomUUID();
    }

    void paid(String orderId, String paymentId, long fen) {
        transaction.executeWithoutResult(_ -> settling.paid(orderId, paymentId, new Amount("CNY", fen)));
    }

    /** @param fen all that is back by now */
    void refunded(String orderId, String paymentId, long fen) {
        transaction.executeWithoutResult(_ -> settling.refunded(orderId, paymentId, new Amount("CNY", fen)));
    }

    void granted(Order order) {
        transaction.executeWithoutResult(_ -> settling.granted(order.getId()));
    }

    void refused(Order order) {
        transaction.executeWithoutResult(_ -> settling.refused(order.getId()));
    }
}
