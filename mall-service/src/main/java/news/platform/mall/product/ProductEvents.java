package news.platform.mall.product;

import news.platform.mall.v1.ProductChanged;
import news.platform.mall.v1.ProductWithdrawn;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what can be bought, through the outbox of the current transaction. */
@Component
final class ProductEvents {
    private final Outbox outbox;
    private final ProductProperties properties;

    ProductEvents(Outbox outbox, ProductProperties properties) {
        this.outbox = outbox;
        this.properties = properties;
    }

    void changed(Product product) {
        if (product.onSale()) {
            outbox.publish(ProductChanged.newBuilder()
                    .setProductId(product.id())
                    .setVersion(product.version())
                    .setProduct(ProductProtos.stated(product, properties.currency()))
                    .build());
        } else {
            outbox.publishEnd(ProductWithdrawn.newBuilder()
                    .setProductId(product.id())
                    .setVersion(product.version())
                    .build());
        }
    }
}
