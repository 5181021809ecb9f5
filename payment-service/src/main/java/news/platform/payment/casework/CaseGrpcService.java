package news.platform.payment.casework;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.payment.v1.CaseServiceGrpc;
import news.platform.payment.v1.CloseCaseRequest;
import news.platform.payment.v1.CloseCaseResponse;
import news.platform.payment.v1.ListCasesRequest;
import news.platform.payment.v1.ListCasesResponse;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CaseGrpcService extends CaseServiceGrpc.CaseServiceImplBase {
    private final Cases cases;
    private final CloseCase closing;
    private final Pages pages;

    CaseGrpcService(Cases cases, CloseCase closing, Pages pages) {
        this.cases = cases;
        this.closing = closing;
        this.pages = pages;
    }

    @Override
    public void listCases(ListCasesRequest request, StreamObserver<ListCasesResponse> answer) {
        var page = pages.byTime(
                PageScope.of("cases").with("closed", request.getClosed()),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Case::place,
                (after, limit) -> cases.page(request.getClosed(), after, limit));
        Answers.send(
                answer,
                ListCasesResponse.newBuilder()
                        .addAllCases(
                                page.items().stream().map(CaseProtos::message).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void closeCase(CloseCaseRequest request, StreamObserver<CloseCaseResponse> answer) {
        var closed = closing.close(
                request.getCaseId(), request.getNote(), Callers.required().userId());
        Answers.send(
                answer,
                CloseCaseResponse.newBuilder()
                        .setCase(CaseProtos.message(closed))
                        .build());
    }
}
