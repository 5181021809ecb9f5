package news.platform.entitlement.grant;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.v1.CreateEntitlementRequest;
import news.platform.entitlement.v1.CreateEntitlementResponse;
import news.platform.entitlement.v1.Entitlement;
import news.platform.entitlement.v1.EntitlementServiceGrpc;
import news.platform.entitlement.v1.ListEntitlementsRequest;
import news.platform.entitlement.v1.ListEntitlementsResponse;
import news.platform.entitlement.v1.ListMyEntitlementsRequest;
import news.platform.entitlement.v1.ListMyEntitlementsResponse;
import news.platform.entitlement.v1.RevokeEntitlementRequest;
import news.platform.entitlement.v1.RevokeEntitlementResponse;
import news.platform.grpc.server.Answers;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class EntitlementGrpcService extends EntitlementServiceGrpc.EntitlementServiceImplBase {
    private final Grants grants;
    private final GrantEntitlement granting;
    private final RevokeEntitlement revoking;
    private final Idempotency idempotency;
    private final Pages pages;
    private final Plans plans;
    private final Clock clock;

    EntitlementGrpcService(
            Grants grants,
            GrantEntitlement granting,
            RevokeEntitlement revoking,
            Idempotency idempotency,
            Pages pages,
            Plans plans,
            Clock clock) {
        this.grants = grants;
        this.granting = granting;
        this.revoking = revoking;
        this.idempotency = idempotency;
        this.pages = pages;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void listMyEntitlements(
            ListMyEntitlementsRequest request, StreamObserver<ListMyEntitlementsResponse> answer) {
        var page = page(Callers.required().userId(), new PageRequest(request.getPageSize(), request.getPageToken()));
        var now = clock.instant();
        Answers.send(
                answer,
                ListMyEntitlementsResponse.newBuilder()
                        .addAllEntitlements(page.items().stream()
                                .map(grant -> EntitlementProtos.own(grant, now, plans.grace(grant.scope())))
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void listEntitlements(ListEntitlementsRequest request, StreamObserver<ListEntitlementsResponse> answer) {
        var page = page(request.getUserId(), new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListEntitlementsResponse.newBuilder()
                        .addAllEntitlements(
                                page.items().stream().map(this::whole).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void createEntitlement(CreateEntitlementRequest request, StreamObserver<CreateEntitlementResponse> answer) {
        var adminId = Callers.required().userId();
        var draft = EntitlementProtos.draft(request);
        var response = idempotency.<Boolean, CreateEntitlementResponse>once(
                request,
                CreateEntitlementResponse.getDefaultInstance(),
                _ -> {
                    granting.check(draft);
                    return true;
                },
                (id, _) -> CreateEntitlementResponse.newBuilder()
                        .setEntitlement(whole(granting.grant(id, draft, adminId)))
                        .build());
        Answers.send(answer, response);
    }

    @Override
    public void revokeEntitlement(RevokeEntitlementRequest request, StreamObserver<RevokeEntitlementResponse> answer) {
        var grant = revoking.revoke(
                request.getEntitlementId(),
                request.getReason(),
                Callers.required().userId());
        Answers.send(
                answer,
                RevokeEntitlementResponse.newBuilder()
                        .setEntitlement(whole(grant))
                        .build());
    }

    private Page<Grant> page(String userId, PageRequest request) {
        return pages.byTime(
                PageScope.of("entitlements").with("user", userId),
                request,
                Grant::place,
                (after, limit) -> grants.page(userId, after, limit));
    }

    private Entitlement whole(Grant grant) {
        return EntitlementProtos.whole(grant, clock.instant(), plans.grace(grant.scope()));
    }
}
