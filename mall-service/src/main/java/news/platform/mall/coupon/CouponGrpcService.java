package news.platform.mall.coupon;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.mall.v1.CouponServiceGrpc;
import news.platform.mall.v1.CreateCouponRequest;
import news.platform.mall.v1.CreateCouponResponse;
import news.platform.mall.v1.ListCouponsRequest;
import news.platform.mall.v1.ListCouponsResponse;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CouponGrpcService extends CouponServiceGrpc.CouponServiceImplBase {
    private final Coupons coupons;
    private final MakeCoupon making;
    private final Idempotency idempotency;
    private final Pages pages;

    CouponGrpcService(Coupons coupons, MakeCoupon making, Idempotency idempotency, Pages pages) {
        this.coupons = coupons;
        this.making = making;
        this.idempotency = idempotency;
        this.pages = pages;
    }

    @Override
    public void listCoupons(ListCouponsRequest request, StreamObserver<ListCouponsResponse> answer) {
        var page = pages.byTime(
                PageScope.of("coupons"),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Coupon::place,
                coupons::page);
        Answers.send(
                answer,
                ListCouponsResponse.newBuilder()
                        .addAllCoupons(
                                page.items().stream().map(CouponProtos::message).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void createCoupon(CreateCouponRequest request, StreamObserver<CreateCouponResponse> answer) {
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateCouponResponse.getDefaultInstance(),
                        _ -> CouponProtos.draft(request),
                        (_, draft) -> CreateCouponResponse.newBuilder()
                                .setCoupon(CouponProtos.message(making.make(draft)))
                                .build()));
    }
}
