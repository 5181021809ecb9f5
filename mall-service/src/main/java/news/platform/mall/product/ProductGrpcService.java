package news.platform.mall.product;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.grpc.server.Answers;
import news.platform.mall.v1.CreateProductRequest;
import news.platform.mall.v1.CreateProductResponse;
import news.platform.mall.v1.GetProductRequest;
import news.platform.mall.v1.GetProductResponse;
import news.platform.mall.v1.ListProductsRequest;
import news.platform.mall.v1.ListProductsResponse;
import news.platform.mall.v1.ProductServiceGrpc;
import news.platform.mall.v1.UpdateProductRequest;
import news.platform.mall.v1.UpdateProductResponse;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ProductGrpcService extends ProductServiceGrpc.ProductServiceImplBase {
    private final Products products;
    private final SellProduct selling;
    private final ChangeProduct changing;
    private final ArticleClient articles;
    private final Idempotency idempotency;
    private final Pages pages;
    private final ProductProperties properties;

    ProductGrpcService(
            Products products,
            SellProduct selling,
            ChangeProduct changing,
            ArticleClient articles,
            Idempotency idempotency,
            Pages pages,
            ProductProperties properties) {
        this.products = products;
        this.selling = selling;
        this.changing = changing;
        this.articles = articles;
        this.idempotency = idempotency;
        this.pages = pages;
        this.properties = properties;
    }

    @Override
    public void listProducts(ListProductsRequest request, StreamObserver<ListProductsResponse> answer) {
        var currency = currency(request.getCurrencyCode());
        var page = pages.byTime(
                PageScope.of("products"),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Product::place,
                products::page);
        Answers.send(
                answer,
                ListProductsResponse.newBuilder()
                        .addAllProducts(page.items().stream()
                                .map(product -> ProductProtos.shown(product, currency, request.getLang()))
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void getProduct(GetProductRequest request, StreamObserver<GetProductResponse> answer) {
        var product = products.find(List.of(request.getProductId())).stream()
                .filter(Product::onSale)
                .findFirst()
                .orElseThrow(ChangeProduct::notFound);
        Answers.send(
                answer,
                GetProductResponse.newBuilder()
                        .setProduct(
                                ProductProtos.shown(product, currency(request.getCurrencyCode()), request.getLang()))
                        .build());
    }

    @Override
    public void createProduct(CreateProductRequest request, StreamObserver<CreateProductResponse> answer) {
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateProductResponse.getDefaultInstance(),
                        _ -> opening(ProductProtos.draft(request)),
                        (id, draft) -> CreateProductResponse.newBuilder()
                                .setProduct(whole(selling.sell(id, draft)))
                                .build()));
    }

    @Override
    public void updateProduct(UpdateProductRequest request, StreamObserver<UpdateProductResponse> answer) {
        var edit = ProductProtos.edit(request);
        edit.scopes().ifPresent(scopes -> articles.require(scopes, "product.scopes"));
        var product = changing.change(request.getProductId(), request.getEtag(), edit);
        Answers.send(
                answer,
                UpdateProductResponse.newBuilder().setProduct(whole(product)).build());
    }

    private SellProduct.Draft opening(SellProduct.Draft draft) {
        articles.require(draft.terms().scopes(), "scopes");
        return draft;
    }

    private news.platform.mall.v1.Product whole(Product product) {
        return ProductProtos.shown(product, properties.currency(), "");
    }

    private String currency(String code) {
        return properties.named(code, "currencyCode");
    }
}
