package news.platform.content.media;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.HashSet;
import news.platform.content.picture.Pictures;
import news.platform.content.v1.CreateMediaRequest;
import news.platform.content.v1.CreateMediaResponse;
import news.platform.content.v1.HoldMediaRequest;
import news.platform.content.v1.HoldMediaResponse;
import news.platform.content.v1.Media;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class MediaGrpcService extends MediaServiceGrpc.MediaServiceImplBase {
    private static final int OK = 200;

    private final TakeImage taking;
    private final Images images;
    private final Clock clock;

    MediaGrpcService(TakeImage taking, Images images, Clock clock) {
        this.taking = taking;
        this.images = images;
        this.clock = clock;
    }

    @Override
    public void createMedia(CreateMediaRequest request, StreamObserver<CreateMediaResponse> answer) {
        var taken = taking.take(request.getImage().getData().toByteArray());
        if (taken.isNew()) {
            CallMetadata.location(url(taken.image()));
        } else {
            CallMetadata.status(OK);
        }
        Answers.send(
                answer,
                CreateMediaResponse.newBuilder().setMedia(media(taken.image())).build());
    }

    @Override
    public void holdMedia(HoldMediaRequest request, StreamObserver<HoldMediaResponse> answer) {
        var missing = new HashSet<>(request.getIdsList());
        missing.removeAll(images.hold(missing, clock.instant()));
        Answers.send(
                answer, HoldMediaResponse.newBuilder().addAllMissing(missing).build());
    }

    private static Media media(Image image) {
        return Media.newBuilder()
                .setId(image.id())
                .setUrl(url(image))
                .setWidth(image.width())
                .setHeight(image.height())
                .setContentType(image.contentType())
                .addAllWidths(Pictures.WIDTHS)
                .build();
    }

    private static String url(Image image) {
        return "/media/" + image.id();
    }
}
