package news.platform.comment.screening;

import io.grpc.stub.StreamObserver;
import news.platform.comment.v1.ScreenTextsRequest;
import news.platform.comment.v1.ScreenTextsResponse;
import news.platform.comment.v1.ScreeningServiceGrpc;
import news.platform.grpc.server.Answers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ScreeningGrpcService extends ScreeningServiceGrpc.ScreeningServiceImplBase {
    private final Screening screening;

    ScreeningGrpcService(Screening screening) {
        this.screening = screening;
    }

    @Override
    public void screenTexts(ScreenTextsRequest request, StreamObserver<ScreenTextsResponse> answer) {
        var response = ScreenTextsResponse.newBuilder();
        request.getTextsList().stream().filter(screening::isHarmless).forEach(response::addHarmless);
        Answers.send(answer, response.build());
    }
}
