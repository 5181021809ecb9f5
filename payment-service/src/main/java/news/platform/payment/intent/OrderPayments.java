package news.platform.payment.intent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders, as far as they were tried to be paid: who locks one has all of its payments, captures and refunds. */
@Component
public final class OrderPayments {
    private final JdbcClient jdbc;

    OrderPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps an order to the current transaction: so what happens to one is told in its order.
     *
     * @return whether nothing is known of it: it was never tried to be paid, nor closed
     */
    public boolean lock(String orderId) {
        boolean unknown =
                jdbc.sql("insert into order_payment (order_id) values (:order) on conflict (order_id) do nothing")
                                .param("order", orderId)
                                .update()
                        == 1;
        // whoever writes the row has it
        return unknown
                || jdbc.sql("select false from order_payment where order_id = :order for update")
                        .param("order", orderId)
                        .query(Boolean.class)
                        .single();
    }

    /** The same by one of its payments; false where there is no such payment. */
    boolean lockOf(String paymentId) {
        return jdbc.sql("""
                        select true from order_payment
                         where order_id = (select order_id from payment where id = :payment) for update""")
                .param("payment", paymentId)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** It is not to be paid any more: locked, and so told apart from one that is going to be. */
    void close(String orderId) {
        jdbc.sql("update order_payment set closed = true where order_id = :order")
                .param("order", orderId)
                .update();
    }

    /** Whether it is not to be paid any more, as far as was heard. */
    public boolean isClosed(String orderId) {
        return jdbc.sql("select closed from order_payment where order_id = :order")
                .param("order", orderId)
                .query(Boolean.class)
                .single();
    }

    /** Whether one of its payments has succeeded. */
    public boolean isPaid(String orderId) {
        return jdbc.sql("select exists (select from payment where order_id = :order and state = 'SUCCEEDED')")
                .param("order", orderId)
                .query(Boolean.class)
                .single();
    }

    /** The version of what is told next about a locked order. */
    long next(String orderId) {
        return jdbc.sql("update order_payment set version = version + 1 where order_id = :order returning version")
                .param("order", orderId)
                .query(Long.class)
                .single();
    }
}
