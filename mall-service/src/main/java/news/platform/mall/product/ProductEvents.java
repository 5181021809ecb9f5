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

    /** @param version of the event, higher than that of the product's last one */
    void changed(Product product, long version) {
        if (product.onSale()) {
            outbox.publish(ProductChanged.newBuilder()
                    .setProductId(product.id())
                    .setVersion(version)
                    .setProduct(ProductProtos.stated(product, properties.currency()))
                    .setSoldOut(product.isSoldOut())
                    .build());
        } else {
            outbox.publishEnd(ProductWithdrawn.newBuilder()
                    .setProductId(product.id())
                    .setVersion(version)
                    .build());
        }
    }
}
