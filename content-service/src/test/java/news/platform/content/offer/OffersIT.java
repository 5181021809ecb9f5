package news.platform.content.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.type.Money;
import java.util.List;
import java.util.UUID;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.entitlement.v1.PlanChanged;
import news.platform.entitlement.v1.PlanEnded;
import news.platform.mall.v1.Product;
import news.platform.mall.v1.ProductChanged;
import news.platform.mall.v1.ProductKind;
import news.platform.mall.v1.ProductWithdrawn;
import news.platform.messaging.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What would open a premium article, as it follows from what mall-service and entitlement-service tell. */
class OffersIT extends ContentServiceTest {
    private static final String BODY = "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>";

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ProductsHandler products;

    @Autowired
    private PlansHandler plans;

    /** So that no two tests have a plan or a product in common. */
    private final String test = UUID.randomUUID().toString().substring(0, 18);

    @AfterEach
    void forget() {
        transaction.executeWithoutResult(_ -> {
            products.clear();
            plans.clear();
        });
    }

    @Test
    void offersTheArticleAloneThenACourseThenTheCheapestMemberships() {
        var id = premium("gold");
        var other = premium("forex");
        plan("all", 1, "everything");
        plan("metals", 1, "channels/commodity");
        plan("forex", 1, "channels/forex", "articles/" + other);
        plan("one", 1, "articles/" + id);
        sold("month", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 30, "plans/" + of("metals"));
        sold("year", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 300, "plans/" + of("all"));
        sold("week", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 10, "plans/" + of("one"), "plans/" + of("metals"));
        sold("abroad", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 0, "plans/" + of("all"));
        sold("currencies", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 1, "plans/" + of("forex"));
        sold("course", 1, ProductKind.PRODUCT_KIND_COURSE, 90, "articles/" + id, "articles/" + other);
        sold("long-course", 1, ProductKind.PRODUCT_KIND_COURSE, 120, "articles/" + id);
        sold("dear", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        sold("cheap", 1, ProductKind.PRODUCT_KIND_ARTICLE, 8, "articles/" + id);

        awaitOffers(id, "cheap", "course", "week", "month", "year");
        awaitOffers(other, "course", "currencies", "year", "abroad");
        assertThat(offers(as("reader-1", "reader"), id)).isEqualTo(offers(anyone(), id));
    }

    @Test
    void offersNothingToWhomTheWholeIsOpen() {
        var id = premium("tech");
        var free = published(story()).getId();
        sold("single", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        sold("of-free", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + free);

        awaitOffers(id, "single");
        assertThat(offers(editor(), id)).isEmpty();
        assertThat(offers(anyone(), free)).isEmpty();
    }

    @Test
    void offersNoLongerWhatIsOffSaleHoweverLateAnEventComes() {
        var id = premium("tech");
        plan("all", 1, "everything");
        sold("single", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        sold("member", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 30, "plans/" + of("all"));
        awaitOffers(id, "single", "member");

        withdrawn("single", 2);
        awaitOffers(id, "member");
        // what was told before, once more, and behind it something by which it is seen that it was taken
        sold("single", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        sold("other", 1, ProductKind.PRODUCT_KIND_COURSE, 20, "articles/" + id);
        awaitOffers(id, "other", "member");
        sold("single", 3, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        awaitOffers(id, "single", "other", "member");
        sold("single", 4, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/another");
        awaitOffers(id, "other", "member");
    }

    @Test
    void offersNothingThatIsSoldOutUntilThereIsOneAgain() {
        var id = premium("tech");
        sold("last", 1, ProductKind.PRODUCT_KIND_ARTICLE, 8, "articles/" + id);
        sold("dear", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        awaitOffers(id, "last");

        soldOut("last", 2, ProductKind.PRODUCT_KIND_ARTICLE, "articles/" + id);
        awaitOffers(id, "dear");
        sold("last", 3, ProductKind.PRODUCT_KIND_ARTICLE, 8, "articles/" + id);
        awaitOffers(id, "last");
    }

    @Test
    void offersAPlanByWhatItOpensNow() {
        var id = premium("tech");
        sold("member", 1, ProductKind.PRODUCT_KIND_MEMBERSHIP, 30, "plans/" + of("some"));
        sold("single", 1, ProductKind.PRODUCT_KIND_ARTICLE, 9, "articles/" + id);
        awaitOffers(id, "single");

        plan("some", 2, "channels/tech");
        awaitOffers(id, "single", "member");
        plan("some", 3, "channels/forex");
        awaitOffers(id, "single");
        plan("some", 2, "channels/tech");
        plan("some", 4, "everything");
        awaitOffers(id, "single", "member");
        transaction.executeWithoutResult(_ -> outbox.publishEnd(
                PlanEnded.newBuilder().setPlanId(of("some")).setVersion(5).build()));
        awaitOffers(id, "single");
    }

    private String premium(String channel) {
        return published(story().setBodyHtml(BODY)
                        .setPremium(true)
                        .clearChannelIds()
                        .addChannelIds(channel))
                .getId();
    }

    private void awaitOffers(String articleId, String... products) {
        var expected = List.of(products).stream().map(this::of).toList();
        await().untilAsserted(() -> assertThat(offers(anyone(), articleId)).isEqualTo(expected));
    }

    private List<String> offers(ArticleServiceBlockingStub reader, String articleId) {
        return read(reader, articleId).getAccess().getOffersList();
    }

    private void plan(String name, long version, String... opens) {
        transaction.executeWithoutResult(_ -> outbox.publish(PlanChanged.newBuilder()
                .setPlanId(of(name))
                .setVersion(version)
                .addAllOpens(List.of(opens))
                .build()));
    }

    /** @param yuan 0: it is not sold in them */
    private void sold(String name, long version, ProductKind kind, int yuan, String... scopes) {
        tell(name, version, product(name, kind, yuan, scopes), false);
    }

    private void soldOut(String name, long version, ProductKind kind, String... scopes) {
        tell(name, version, product(name, kind, 1, scopes), true);
    }

    private Product product(String name, ProductKind kind, int yuan, String... scopes) {
        var product = Product.newBuilder().setId(of(name)).setKind(kind).addAllScopes(List.of(scopes));
        if (yuan > 0) {
            product.setPrice(Money.newBuilder().setCurrencyCode("CNY").setUnits(yuan));
        }
        return product.build();
    }

    private void tell(String name, long version, Product product, boolean soldOut) {
        transaction.executeWithoutResult(_ -> outbox.publish(ProductChanged.newBuilder()
                .setProductId(of(name))
                .setVersion(version)
                .setProduct(product)
                .setSoldOut(soldOut)
                .build()));
    }

    private void withdrawn(String name, long version) {
        transaction.executeWithoutResult(_ -> outbox.publishEnd(ProductWithdrawn.newBuilder()
                .setProductId(of(name))
                .setVersion(version)
                .build()));
    }

    /** A name as this test alone has it. */
    private String of(String name) {
        return name + "-" + test;
    }
}
