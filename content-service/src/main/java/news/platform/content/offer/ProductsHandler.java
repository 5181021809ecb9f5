package news.platform.content.offer;

import com.google.type.Money;
import java.util.Optional;
import news.platform.content.offer.Offered.Kind;
import news.platform.mall.v1.ProductChanged;
import news.platform.mall.v1.ProductKind;
import news.platform.mall.v1.ProductWithdrawn;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Keeps what can be bought and is not sold out. */
@Component
final class ProductsHandler implements EventHandler {
    private static final long BILLION = 1_000_000_000;

    private final Products products;

    ProductsHandler(Products products) {
        this.products = products;
    }

    @Override
    public Takes takes() {
        return Takes.of(ProductChanged.class, this::changed).andEnd(ProductWithdrawn.class, this::withdrawn);
    }

    @Override
    public void clear() {
        products.forget();
    }

    private void changed(ProductChanged event, EventContext context) {
        var product = event.getProduct();
        kind(product.getKind())
                // what is sold out is as good as off sale until the next event
                .filter(_ -> !event.getSoldOut())
                .ifPresentOrElse(
                        kind -> products.told(new Offered(
                                event.getProductId(),
                                event.getVersion(),
                                kind,
                                product.hasPrice() ? billionths(product.getPrice()) : null,
                                product.getScopesList())),
                        // or of a sort that a later release will know how to offer
                        () -> products.withdrawn(event.getProductId(), event.getVersion()));
    }

    private void withdrawn(EventContext context) {
        products.withdrawn(context.subject(), context.version());
    }

    /** Fits: a price is less than a billion. */
    private static long billionths(Money price) {
        return price.getUnits() * BILLION + price.getNanos();
    }

    private static Optional<Kind> kind(ProductKind kind) {
        return switch (kind) {
            case PRODUCT_KIND_ARTICLE -> Optional.of(Kind.ARTICLE);
            case PRODUCT_KIND_COURSE -> Optional.of(Kind.COURSE);
            case PRODUCT_KIND_MEMBERSHIP -> Optional.of(Kind.MEMBERSHIP);
            case PRODUCT_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
