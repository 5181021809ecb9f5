package news.platform.comment.audit;

import io.grpc.stub.StreamObserver;
import news.platform.comment.v1.AuditServiceGrpc;
import news.platform.comment.v1.ListAuditEntriesRequest;
import news.platform.comment.v1.ListAuditEntriesResponse;
import news.platform.grpc.server.Answers;
import news.platform.persistence.audit.AuditEntry;
import news.platform.persistence.audit.AuditTrail;
import news.platform.persistence.page.PageRequest;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {
    private final AuditTrail trail;

    AuditGrpcService(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void listAuditEntries(ListAuditEntriesRequest request, StreamObserver<ListAuditEntriesResponse> answer) {
        var page = trail.page(request.getSubject(), new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListAuditEntriesResponse.newBuilder()
                        .addAllEntries(page.items().stream()
                                .map(AuditGrpcService::message)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private static news.platform.comment.v1.AuditEntry message(AuditEntry entry) {
        return news.platform.comment.v1.AuditEntry.newBuilder()
                .setId(Long.toString(entry.id()))
                .setCreateTime(Timestamps.of(entry.createTime()))
                .setActor(entry.actor())
                .setAction(entry.action())
                .setSubject(entry.subject())
                .setDetail(entry.detail())
                .build();
    }
}
