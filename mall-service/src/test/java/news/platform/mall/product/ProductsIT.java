package news.platform.mall.product;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.type.Money;
import java.util.List;
import news.platform.mall.MallServiceTest;
import news.platform.mall.v1.CreateProductRequest;
import news.platform.mall.v1.GetProductRequest;
import news.platform.mall.v1.ListProductsRequest;
import news.platform.mall.v1.Product;
import news.platform.mall.v1.ProductChange;
import news.platform.mall.v1.ProductChanged;
import news.platform.mall.v1.ProductKind;
import news.platform.mall.v1.RefundPolicy;
import news.platform.mall.v1.UpdateProductRequest;
import news.platform.proto.Moneys;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.Test;

class ProductsIT extends MallServiceTest {
    @Test
    void tellsWhatIsSoldInTheLanguageAndCurrencyAskedFor() {
        var product = sold(membership());

        var english = get(product, "", "");
        var chinese = get(product, "USD", "zh");
        var none = get(product, "JPY", "en");

        assertThat(english).isEqualTo(product);
        assertThat(english.getName()).isEqualTo("Premium, a month");
        assertThat(english.getPrice()).isEqualTo(cny(3000));
        assertThat(chinese.getName()).isEqualTo("高级会员一个月");
        assertThat(chinese.getPrice()).isEqualTo(Moneys.of("USD", 500));
        assertThat(none.hasPrice()).isFalse();
        assertThat(none.getPricesList()).containsExactly(cny(3000), Moneys.of("USD", 500));
    }

    @Test
    void tellsOthersWhatCanBeBoughtAndWhatCannotAnyMore() {
        var product = sold(article());
        changed(product, ProductChange.newBuilder().addPrices(cny(400)));
        changed(product, ProductChange.newBuilder().setOnSale(false));
        var back = changed(product, ProductChange.newBuilder().setOnSale(true));

        assertThat(events.facts(product.getId())).containsExactly("changed 1", "changed 2", "ended 3", "changed 4");
        assertThat(events.of(ProductChanged.getDefaultInstance(), product.getId())
                        .getLast()
                        .getProduct())
                .isEqualTo(back.toBuilder()
                        .clearName()
                        .clearDescription()
                        .clearLang()
                        .build());
    }

    @Test
    void showsNobodyWhatIsOffSale() {
        var product = sold(article());

        changed(product, ProductChange.newBuilder().setOnSale(false));

        assertRefused("PRODUCT_NOT_FOUND", () -> get(product, "", ""));
        assertThat(listed()).doesNotContain(product.getId());
        assertRefused("PRODUCT_UNKNOWN", () -> ordered(ann, of(product)), "items[0].productId");
    }

    @Test
    void changesWhatIsSentAndNothingElse() {
        var product = sold(membership().setStock(5));

        var changed = products()
                .updateProduct(UpdateProductRequest.newBuilder()
                        .setProductId(product.getId())
                        .setEtag(product.getEtag())
                        .setProduct(ProductChange.newBuilder()
                                .setValidity("P1Y")
                                .setRefundPolicy(RefundPolicy.REFUND_POLICY_KEEP))
                        .setUpdateMask(
                                FieldMask.newBuilder().addAllPaths(List.of("validity", "refund_policy", "stock")))
                        .build())
                .getProduct();

        assertThat(changed)
                .isEqualTo(product.toBuilder()
                        .setValidity("P1Y")
                        .setRefundPolicy(RefundPolicy.REFUND_POLICY_KEEP)
                        .clearStock()
                        .clearLeft()
                        .setEtag(changed.getEtag())
                        .build());
        assertRefused("ETAG_MISMATCH", () -> products()
                .updateProduct(UpdateProductRequest.newBuilder()
                        .setProductId(product.getId())
                        .setEtag(product.getEtag())
                        .setProduct(ProductChange.newBuilder().setOnSale(false))
                        .build()));
        assertThat(changed(product, ProductChange.newBuilder().setOnSale(true))).isEqualTo(changed);
    }

    @Test
    void keepsTheStockAboveWhatIsSold() {
        var product = sold(article().setStock(2));
        ordered(ann, of(product));

        assertThat(get(product, "", "").getLeft()).isEqualTo(1);
        assertRefused(
                "STOCK_SOLD", () -> changed(product, ProductChange.newBuilder().setStock(0)), "product.stock");
        assertThat(changed(product, ProductChange.newBuilder().setStock(1)).getLeft())
                .isZero();
    }

    @Test
    void tellsWhenTheLastIsSoldAndWhenThereIsOneAgain() {
        var product = sold(article().setStock(2));
        ordered(ann, of(product));
        var bob = freshUser();
        var last = ordered(bob, of(product));
        assertRefused("PRODUCT_SOLD_OUT", () -> ordered(freshUser(), of(product)), "items[0].quantity");
        cancelled(bob, last);
        var sold = ordered(bob, of(product));
        // a sale is no change of the product
        products()
                .updateProduct(UpdateProductRequest.newBuilder()
                        .setProductId(product.getId())
                        .setEtag(product.getEtag())
                        .setProduct(ProductChange.newBuilder().setStock(3))
                        .build());
        changed(product, ProductChange.newBuilder().setOnSale(false));
        cancelled(bob, sold);

        assertThat(events.facts(product.getId()))
                .containsExactly("changed 1", "changed 2", "changed 3", "changed 4", "changed 5", "ended 6");
        assertThat(events.of(ProductChanged.getDefaultInstance(), product.getId()))
                .extracting(ProductChanged::getSoldOut)
                .containsExactly(false, true, false, true, false);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> sold(CreateProductRequest.newBuilder()), "kind", "texts", "prices", "scopes");
        assertInvalid(() -> sold(membership().clearValidity()), "validity");
        assertInvalid(() -> sold(membership().addScopes("articles/a1")), "scopes");
        assertInvalid(() -> sold(article().addScopes("articles/a2")), "scopes");
        assertInvalid(
                () -> sold(article()
                        .setKind(ProductKind.PRODUCT_KIND_COURSE)
                        .clearScopes()
                        .addScopes("plans/p")),
                "scopes");
        assertInvalid(() -> sold(article().addTexts(text("en", "Twice"))), "texts");
        assertInvalid(() -> sold(article().addPrices(cny(1))), "prices");
        assertInvalid(() -> sold(article().addPrices(Moneys.of("USD", 0))), "prices[1]");
        assertInvalid(
                () -> sold(article()
                        .addPrices(Money.newBuilder()
                                .setCurrencyCode("JPY")
                                .setUnits(1)
                                .setNanos(500_000_000))),
                "prices[1]");
        var product = sold(membership());
        assertInvalid(() -> changed(product, ProductChange.newBuilder().setValidity("")), "product.validity");
        assertInvalid(() -> get(product, "XYZ", ""), "currencyCode");
        assertRefused(
                "PRODUCT_NOT_FOUND",
                () -> changed(
                        Product.newBuilder().setId("none").build(),
                        ProductChange.newBuilder().setStock(1)));
    }

    @Test
    void sellsNoArticleThatReadersDoNotFind() {
        var course = article()
                .setKind(ProductKind.PRODUCT_KIND_COURSE)
                .addScopes("articles/a2")
                .addScopes("articles/none");
        var product = sold(article());

        assertRefused("ARTICLE_UNKNOWN", () -> sold(course), "scopes[2]");
        assertRefused(
                "ARTICLE_UNKNOWN",
                () -> changed(product, ProductChange.newBuilder().addScopes("articles/none")),
                "product.scopes[0]");
        contentTwin.is(ServiceTwin.Mood.DOWN);
        assertRefused("ARTICLES_UNAVAILABLE", () -> sold(article()));
        assertThat(changed(product, ProductChange.newBuilder().addPrices(cny(1)))
                        .getScopesList())
                .containsExactly("articles/a1");
        assertThat(sold(membership()).getOnSale()).isTrue();
    }

    @Test
    void pagesThroughTheCatalogue() {
        var latest = sold(article());
        var last = sold(article());

        var first = products()
                .listProducts(ListProductsRequest.newBuilder().setPageSize(1).build());
        var second = products()
                .listProducts(ListProductsRequest.newBuilder()
                        .setPageSize(1)
                        .setPageToken(first.getNextPageToken())
                        .build());

        assertThat(first.getProductsList()).containsExactly(last);
        assertThat(second.getProductsList()).containsExactly(latest);
    }

    private Product get(Product product, String currency, String lang) {
        return products()
                .getProduct(GetProductRequest.newBuilder()
                        .setProductId(product.getId())
                        .setCurrencyCode(currency)
                        .setLang(lang)
                        .build())
                .getProduct();
    }

    private Product changed(Product product, ProductChange.Builder change) {
        return products()
                .updateProduct(UpdateProductRequest.newBuilder()
                        .setProductId(product.getId())
                        .setProduct(change)
                        .build())
                .getProduct();
    }

    private List<String> listed() {
        return products()
                .listProducts(ListProductsRequest.newBuilder().setPageSize(100).build())
                .getProductsList()
                .stream()
                .map(Product::getId)
                .toList();
    }
}
