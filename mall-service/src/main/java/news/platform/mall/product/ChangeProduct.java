package news.platform.mall.product;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import news.platform.mall.money.Amount;
import news.platform.mall.product.Product.RefundPolicy;
import news.platform.mall.product.Terms.Text;
import news.platform.mall.v1.MallReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what is sold, from now on; orders keep what they were placed for. */
@Component
final class ChangeProduct {
    private final Products products;
    private final ProductEvents events;
    private final TransactionTemplate transaction;

    ChangeProduct(Products products, ProductEvents events, TransactionTemplate transaction) {
        this.products = products;
        this.events = events;
        this.transaction = transaction;
    }

    /** The product after it. */
    Product change(String id, String etag, Edit edit) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var before = products.lock(id).orElseThrow(ChangeProduct::notFound);
            Etags.require(etag, before.version());
            var after = edit.of(before);
            if (after.equals(before)) {
                return before;
            }
            var changed = new Product(
                    id,
                    after.kind(),
                    after.terms().require(after.kind(), "product."),
                    after.stock(),
                    after.sold(),
                    after.onSale(),
                    before.version() + 1,
                    after.createTime());
            if (changed.stock() != null && changed.stock() < changed.sold()) {
                throw DomainException.field(
                        MallReason.STOCK_SOLD,
                        "product.stock",
                        changed.stock() + " (expected: >= " + changed.sold() + ")");
            }
            events.changed(changed, products.replace(changed));
            return changed;
        }));
    }

    static DomainException notFound() {
        return new DomainException(MallReason.PRODUCT_NOT_FOUND, "no such product");
    }

    /**
     * What is to be other than before, lists whole; what is empty stays.
     *
     * @param validity within: empty for good
     * @param stock within: empty for as many as are asked for
     */
    record Edit(
            Optional<List<Text>> texts,
            Optional<List<Amount>> prices,
            Optional<Optional<Period>> validity,
            Optional<List<String>> scopes,
            Optional<RefundPolicy> refundPolicy,
            Optional<Optional<Integer>> stock,
            Optional<Boolean> onSale) {
        private Product of(Product product) {
            var terms = product.terms();
            return new Product(
                    product.id(),
                    product.kind(),
                    new Terms(
                            texts.orElse(terms.texts()),
                            prices.orElse(terms.prices()),
                            validity.orElse(Optional.ofNullable(terms.validity()))
                                    .orElse(null),
                            scopes.orElse(terms.scopes()),
                            refundPolicy.orElse(terms.refundPolicy())),
                    stock.orElse(Optional.ofNullable(product.stock())).orElse(null),
                    product.sold(),
                    onSale.orElse(product.onSale()),
                    product.version(),
                    product.createTime());
        }
    }
}
