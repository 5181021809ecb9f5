package news.platform.mall.order;

/** How an order stands. */
enum OrderState {
    CREATED,
    AWAITING_PAYMENT,
    PAID,
    FULFILLED,
    EXPIRED,
    CANCELLED,
    REFUNDING,
    REFUNDED
}
