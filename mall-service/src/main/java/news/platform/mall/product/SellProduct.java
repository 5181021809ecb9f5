package news.platform.mall.product;

import java.time.Clock;
import java.util.Objects;
import news.platform.mall.product.Product.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a product on sale. */
@Component
final class SellProduct {
    private final Products products;
    private final ProductEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SellProduct(Products products, ProductEvents events, TransactionTemplate transaction, Clock clock) {
        this.products = products;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The product of this id. */
    Product sell(String id, Draft draft) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var product = new Product(id, draft.kind(), draft.terms(), draft.stock(), 0, true, 1, clock.instant());
            events.changed(product, products.add(product));
            return product;
        }));
    }

    /**
     * What is to be sold.
     *
     * @param stock null: as many as are asked for
     */
    record Draft(Kind kind, Terms terms, @Nullable Integer stock) {
        Draft {
            terms.require(kind, "");
        }
    }
}
