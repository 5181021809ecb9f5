package news.platform.mall.product;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.resource.Etags;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.product.ChangeProduct.Edit;
import news.platform.mall.product.Product.RefundPolicy;
import news.platform.mall.product.SellProduct.Draft;
import news.platform.mall.product.Terms.Text;
import news.platform.mall.v1.CreateProductRequest;
import news.platform.mall.v1.Product.Builder;
import news.platform.mall.v1.ProductKind;
import news.platform.mall.v1.ProductText;
import news.platform.mall.v1.ProductTextDraft;
import news.platform.mall.v1.UpdateProductRequest;
import org.jspecify.annotations.Nullable;

/** Products as messages, and what messages say of them. */
public final class ProductProtos {
    private ProductProtos() {}

    static Draft draft(CreateProductRequest request) {
        return new Draft(
                Product.Kind.valueOf(named(request.getKind(), "PRODUCT_KIND_")),
                new Terms(
                        texts(request.getTextsList()),
                        AmountProtos.asked(request.getPricesList(), "prices"),
                        period(request.getValidity()).orElse(null),
                        request.getScopesList(),
                        policy(request.getRefundPolicy())),
                request.hasStock() ? request.getStock() : null);
    }

    static Edit edit(UpdateProductRequest request) {
        var change = request.getProduct();
        var changed = Changed.of(change, request.getUpdateMask(), "product", "refund_policy", "on_sale");
        return new Edit(
                changed.values("texts", texts(change.getTextsList())),
                changed.values("prices", AmountProtos.asked(change.getPricesList(), "product.prices")),
                changed.value("validity", period(change.getValidity())),
                changed.values("scopes", List.copyOf(change.getScopesList())),
                changed.value("refund_policy", policy(change.getRefundPolicy())),
                changed.value("stock", change.hasStock() ? Optional.of(change.getStock()) : Optional.empty()),
                changed.value("on_sale", change.getOnSale()));
    }

    /** As readers see it, and administrators. */
    static news.platform.mall.v1.Product shown(Product product, String currency, String lang) {
        var text = product.terms().text(lang);
        var message = builder(product)
                .setName(text.name())
                .setDescription(text.description())
                .setLang(text.lang());
        if (product.stock() != null) {
            message.setLeft(product.stock() - product.sold());
        }
        return priced(message, product, currency).build();
    }

    /** As events carry it, with the price in the platform's own currency. */
    static news.platform.mall.v1.Product stated(Product product, String currency) {
        return priced(builder(product), product, currency).build();
    }

    /** A kind as messages say it. */
    public static ProductKind kind(Product.Kind kind) {
        return ProductKind.valueOf("PRODUCT_KIND_" + kind.name());
    }

    /** A policy as messages say it. */
    public static news.platform.mall.v1.RefundPolicy policy(RefundPolicy policy) {
        return news.platform.mall.v1.RefundPolicy.valueOf("REFUND_POLICY_" + policy.name());
    }

    /** A period as messages say it, empty for null. */
    public static String period(@Nullable Period validity) {
        return validity == null ? "" : validity.toString();
    }

    private static Builder builder(Product product) {
        var terms = product.terms();
        var message = news.platform.mall.v1.Product.newBuilder()
                .setId(product.id())
                .setKind(kind(product.kind()))
                .addAllTexts(terms.texts().stream().map(ProductProtos::text).toList())
                .addAllPrices(terms.prices().stream().map(AmountProtos::message).toList())
                .setValidity(period(terms.validity()))
                .addAllScopes(terms.scopes())
                .setRefundPolicy(policy(terms.refundPolicy()))
                .setOnSale(product.onSale())
                .setEtag(Etags.of(product.version()));
        if (product.stock() != null) {
            message.setStock(product.stock());
        }
        return message;
    }

    private static Builder priced(Builder message, Product product, String currency) {
        product.terms().price(currency).map(AmountProtos::message).ifPresent(message::setPrice);
        return message;
    }

    private static ProductText text(Text text) {
        return ProductText.newBuilder()
                .setLang(text.lang())
                .setName(text.name())
                .setDescription(text.description())
                .build();
    }

    private static List<Text> texts(List<ProductTextDraft> drafts) {
        return drafts.stream()
                .map(draft -> new Text(draft.getLang(), draft.getName(), draft.getDescription()))
                .toList();
    }

    private static Optional<Period> period(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Period.parse(text));
    }

    private static RefundPolicy policy(news.platform.mall.v1.RefundPolicy policy) {
        return policy == news.platform.mall.v1.RefundPolicy.REFUND_POLICY_KEEP
                ? RefundPolicy.KEEP
                : RefundPolicy.REVOKE;
    }

    private static String named(Enum<?> value, String prefix) {
        return value.name().substring(prefix.length());
    }
}
