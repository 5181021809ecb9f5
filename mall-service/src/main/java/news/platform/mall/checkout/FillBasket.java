package news.platform.mall.checkout;

import java.time.Clock;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.mall.order.OrderItem;
import news.platform.mall.product.Product;
import news.platform.mall.product.ProductProperties;
import news.platform.mall.product.Products;
import news.platform.mall.right.LastingRights;
import news.platform.mall.v1.MallReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what somebody asks for to be on sale, or refuses. */
@Component
final class FillBasket {
    private static final String NAMES = "en";

    /** What is ordered together opens for no longer. */
    private static final int MAX_YEARS = 100;

    private static final int MONTHS = 12;
    private static final int DAYS = 365;

    private final Products products;
    private final ProductProperties properties;
    private final LastingRights rights;
    private final Clock clock;

    FillBasket(Products products, ProductProperties properties, LastingRights rights, Clock clock) {
        this.products = products;
        this.properties = properties;
        this.rights = rights;
        this.clock = clock;
    }

    Basket fill(String orderId, String userId, Draft draft) {
        requireOnce(draft.lines());
        var currency = properties.named(draft.currencyCode(), "currencyCode");
        Map<String, Product> onSale = products
                .find(draft.lines().stream().map(Line::productId).toList())
                .stream()
                .filter(Product::onSale)
                .collect(Collectors.toMap(Product::id, Function.identity()));
        var items = IntStream.range(0, draft.lines().size())
                .mapToObj(position -> item(orderId, position, draft.lines().get(position), onSale, currency))
                .toList();
        requireNew(userId, items);
        return new Basket(items, draft.couponCode());
    }

    /** Nobody pays for what they have for good; what only makes a time longer is for them to buy. */
    private void requireNew(String userId, List<OrderItem> items) {
        var now = clock.instant();
        for (int position = 0; position < items.size(); position++) {
            var item = items.get(position);
            if (rights.cover(userId, item.scopes(), now)) {
                throw DomainException.field(
                        MallReason.PRODUCT_OWNED,
                        "items[" + position + "].productId",
                        item.productId() + " (expected: one that opens what is not open to you for good)");
            }
        }
    }

    private static OrderItem item(
            String orderId, int position, Line line, Map<String, Product> onSale, String currency) {
        var field = "items[" + position + "].";
        var product = onSale.get(line.productId());
        if (product == null) {
            throw DomainException.field(
                    MallReason.PRODUCT_UNKNOWN,
                    field + "productId",
                    line.productId() + " (expected: a product on sale)");
        }
        var price = product.price(currency)
                .orElseThrow(() -> DomainException.field(
                        MallReason.CURRENCY_NOT_SOLD,
                        "currencyCode",
                        currency + " (expected: one that " + product.id() + " is sold in)"));
        return new OrderItem(
                orderId + "." + (position + 1),
                product.id(),
                product.kind(),
                product.name(NAMES),
                line.quantity(),
                price,
                together(product.validity(), line.quantity(), field + "quantity"),
                product.scopes(),
                product.refundPolicy(),
                product.isLimited());
    }

    private static @Nullable Period together(@Nullable Period validity, int quantity, String field) {
        if (validity == null) {
            require(quantity == 1, field, quantity + " (expected: 1, as it opens for good)");
            return null;
        }
        var all = validity.multipliedBy(quantity);
        require(
                all.toTotalMonths() / MONTHS + all.getDays() / DAYS <= MAX_YEARS,
                field,
                quantity + " (expected: at most " + MAX_YEARS + " years together)");
        return all;
    }

    private static void requireOnce(List<Line> lines) {
        var ids = new HashSet<String>();
        for (int position = 0; position < lines.size(); position++) {
            var id = lines.get(position).productId();
            require(ids.add(id), "items[" + position + "].productId", id + " (expected: each product once)");
        }
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, field, message);
        }
    }

    /** So many of a product. */
    record Line(String productId, int quantity) {}

    /**
     * What somebody asks for.
     *
     * @param currencyCode empty: the platform's own
     * @param couponCode null: none
     */
    record Draft(
            List<Line> lines, String currencyCode, @Nullable String couponCode) {}
}
