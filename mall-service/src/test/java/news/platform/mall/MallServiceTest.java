package news.platform.mall;

import com.google.type.Money;
import io.grpc.Channel;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.mall.v1.CancelOrderRequest;
import news.platform.mall.v1.Coupon;
import news.platform.mall.v1.CouponServiceGrpc;
import news.platform.mall.v1.CreateCouponRequest;
import news.platform.mall.v1.CreateOrderRequest;
import news.platform.mall.v1.CreateProductRequest;
import news.platform.mall.v1.GetOrderRequest;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.OrderServiceGrpc;
import news.platform.mall.v1.OrderServiceGrpc.OrderServiceBlockingStub;
import news.platform.mall.v1.OrderedProduct;
import news.platform.mall.v1.Product;
import news.platform.mall.v1.ProductKind;
import news.platform.mall.v1.ProductServiceGrpc;
import news.platform.mall.v1.ProductTextDraft;
import news.platform.proto.Moneys;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service between a database, a broker and a stand-in of content-service, which has every article but "none". */
@PlatformTest(twins = "content", properties = "news.work.poll=100ms")
public abstract class MallServiceTest {
    protected static final Duration PAYMENT_TIME = Duration.ofMinutes(30);

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    /** A user that no other test uses. */
    protected final String ann = freshUser();

    @BeforeEach
    void contentServiceIsWell() {
        contentTwin.is(ServiceTwin.Mood.WELL);
        contentTwin.answer(ArticleServiceGrpc.getBatchGetArticlesMethod(), MallServiceTest::articles);
    }

    private static BatchGetArticlesResponse articles(BatchGetArticlesRequest request) {
        var response = BatchGetArticlesResponse.newBuilder();
        request.getIdsList().stream()
                .filter(id -> !id.equals("none"))
                .forEach(id -> response.addArticles(Article.newBuilder().setId(id)));
        return response.build();
    }

    protected static String freshUser() {
        return "user-" + UUID.randomUUID();
    }

    protected ProductServiceGrpc.ProductServiceBlockingStub products() {
        return ProductServiceGrpc.newBlockingStub(
                as("admin", "admin", UUID.randomUUID().toString()));
    }

    protected CouponServiceGrpc.CouponServiceBlockingStub coupons() {
        return CouponServiceGrpc.newBlockingStub(
                as("admin", "admin", UUID.randomUUID().toString()));
    }

    protected OrderServiceBlockingStub orders(String userId) {
        return orders(userId, UUID.randomUUID().toString());
    }

    protected OrderServiceBlockingStub orders(String userId, String key) {
        return OrderServiceGrpc.newBlockingStub(as(userId, "reader", key));
    }

    /** A month of everything for 30 CNY or 5 USD. */
    protected static CreateProductRequest.Builder membership() {
        return CreateProductRequest.newBuilder()
                .setKind(ProductKind.PRODUCT_KIND_MEMBERSHIP)
                .addTexts(text("en", "Premium, a month"))
                .addTexts(text("zh", "高级会员一个月"))
                .addPrices(Moneys.of("CNY", 3000))
                .addPrices(Moneys.of("USD", 500))
                .setValidity("P1M")
                .addScopes("plans/premium");
    }

    /** One article, for good, for 3 CNY. */
    protected static CreateProductRequest.Builder article() {
        return CreateProductRequest.newBuilder()
                .setKind(ProductKind.PRODUCT_KIND_ARTICLE)
                .addTexts(text("en", "How rates move"))
                .addPrices(Moneys.of("CNY", 300))
                .addScopes("articles/a1");
    }

    protected static ProductTextDraft text(String lang, String name) {
        return ProductTextDraft.newBuilder().setLang(lang).setName(name).build();
    }

    protected static CreateCouponRequest.Builder coupon() {
        return CreateCouponRequest.newBuilder()
                .setCode("C-" + UUID.randomUUID().toString().substring(0, 18))
                .setPercentOff(10);
    }

    protected Product sold(CreateProductRequest.Builder draft) {
        return products().createProduct(draft.build()).getProduct();
    }

    protected Coupon made(CreateCouponRequest.Builder draft) {
        return coupons().createCoupon(draft.build()).getCoupon();
    }

    protected static CreateOrderRequest.Builder of(Product... products) {
        var request = CreateOrderRequest.newBuilder();
        for (var product : products) {
            request.addItems(OrderedProduct.newBuilder().setProductId(product.getId()));
        }
        return request;
    }

    protected Order ordered(String userId, CreateOrderRequest.Builder request) {
        return orders(userId).createOrder(request.build()).getOrder();
    }

    protected Order read(String userId, Order order) {
        return orders(userId)
                .getOrder(GetOrderRequest.newBuilder().setOrderId(order.getId()).build())
                .getOrder();
    }

    protected Order cancelled(String userId, Order order) {
        return orders(userId)
                .cancelOrder(CancelOrderRequest.newBuilder()
                        .setOrderId(order.getId())
                        .build())
                .getOrder();
    }

    protected static Money cny(long fen) {
        return Moneys.of("CNY", fen);
    }

    /** With a token that is good by the service's clock, however far it was advanced. */
    private Channel as(String userId, String role, String key) {
        var token = TestTokens.with(claims -> claims.subject(userId)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(2)))));
        return callee.with(Map.of("authorization", "Bearer " + token, "idempotency-key", key));
    }
}
