package news.platform.comment.moderation;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.author.Authors;
import news.platform.comment.thread.CommentProtos;
import news.platform.comment.v1.AppealCommentRequest;
import news.platform.comment.v1.AppealCommentResponse;
import news.platform.comment.v1.CreateReportRequest;
import news.platform.comment.v1.CreateReportResponse;
import news.platform.comment.v1.ReportServiceGrpc;
import news.platform.grpc.server.Answers;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ReportGrpcService extends ReportServiceGrpc.ReportServiceImplBase {
    private final ReportComment reporting;
    private final AppealComment appealing;
    private final Authors authors;

    ReportGrpcService(ReportComment reporting, AppealComment appealing, Authors authors) {
        this.reporting = reporting;
        this.appealing = appealing;
        this.authors = authors;
    }

    @Override
    public void createReport(CreateReportRequest request, StreamObserver<CreateReportResponse> answer) {
        var report = reporting.report(
                request.getCommentId(),
                Callers.required().userId(),
                ModerationProtos.reason(request.getReason()),
                request.getNote());
        Answers.send(
                answer,
                CreateReportResponse.newBuilder()
                        .setReport(ModerationProtos.report(report))
                        .build());
    }

    @Override
    public void appealComment(AppealCommentRequest request, StreamObserver<AppealCommentResponse> answer) {
        var userId = Callers.required().userId();
        var comment = appealing.appeal(request.getCommentId(), request.getNote(), userId);
        Answers.send(
                answer,
                AppealCommentResponse.newBuilder()
                        .setComment(CommentProtos.moderated(comment, authors.named(List.of(userId))))
                        .build());
    }
}
