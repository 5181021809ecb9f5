package news.platform.mall.product;

import news.platform.mall.v1.ProductChanged;
import news.platform.mall.v1.ProductWithdrawn;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what can be bought, through the outbox of the current transaction. */
@Component
final class ProductEvents {
    private final Outbox outbox;

    ProductEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Product product) {
        if (product.onSale()) {
            outbox.publish(ProductChanged.newBuilder()
                    .setProductId(product.id())
                    .setVersion(product.version())
                    .setProduct(ProductProtos.stated(product))
                    .build());
        } else {
            outbox.publishEnd(ProductWithdrawn.newBuilder()
                    .setProductId(product.id())
                    .setVersion(product.version())
                    .build());
        }
    }
}
