package news.platform.benchmarks.money;

import java.util.List;
import news.platform.benchmarks.shop.Books;
import news.platform.benchmarks.shop.Sum;

/**
 * How the run's money stands everywhere at once.
 *
 * @param limits what there are only so many of
 * @param balances by the checkpoints, for all that was ever booked
 * @param transfers the same by all transfers
 * @param clearing what the run's payments left on the channel's account
 * @param left what else should not be there: cases, parked jobs, dead letters
 */
record Picture(
        List<Order> orders,
        List<Payment> payments,
        List<Grant> grants,
        Books books,
        List<Limit> limits,
        List<Balance> balances,
        List<Balance> transfers,
        List<Sum> clearing,
        List<Reading> readings,
        List<String> left) {
    /**
     * An order of mall-service's.
     *
     * @param refunded in the smallest unit of its currency
     * @param paymentId which pays it; empty: none
     * @param scopes the sources of what it opens
     * @param kept those of them that stay open when the money is back
     */
    record Order(
            String id,
            String state,
            Sum total,
            long refunded,
            String paymentId,
            List<String> scopes,
            List<String> kept) {
        boolean isFulfilled() {
            return state.equals("FULFILLED");
        }

        boolean isClosed() {
            return state.equals("EXPIRED") || state.equals("CANCELLED");
        }

        boolean isOver() {
            return isFulfilled() || isClosed() || state.equals("REFUNDED");
        }
    }

    /** A payment of payment-service's. */
    record Payment(String id, String orderId, String state) {
        boolean isOver() {
            return state.equals("SUCCEEDED") || state.equals("FAILED") || state.equals("CANCELLED");
        }
    }

    /** A grant of entitlement-service's that was not taken back. */
    record Grant(String source) {}

    /**
     * A coupon, a user's share of one, or a product of which there are a few.
     *
     * @param counted what its row says
     * @param held by how many orders
     */
    record Limit(String name, long most, long counted, long held) {}

    /** An account in one currency. */
    record Balance(String account, Sum net) {}

    /** Whether somebody reads an article whole, and should. */
    record Reading(String userId, boolean should, boolean does) {}
}
