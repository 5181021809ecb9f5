package news.platform.livenews.image;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.HoldMediaRequest;
import news.platform.content.v1.MediaServiceGrpc.MediaServiceBlockingStub;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service, which keeps the images. */
@Component
@ImportGrpcClients(target = "content", types = MediaServiceBlockingStub.class)
final class ImageClient {
    private final MediaServiceBlockingStub media;
    private final ImageProperties properties;

    ImageClient(MediaServiceBlockingStub media, ImageProperties properties) {
        this.media = media;
        this.properties = properties;
    }

    /**
     * Those of the ids that name no image; the others are kept for a day.
     *
     * @throws io.grpc.StatusRuntimeException where content-service does not answer in time
     */
    Set<String> missing(Collection<String> ids) {
        var request = HoldMediaRequest.newBuilder().addAllIds(ids).build();
        return Set.copyOf(media.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .holdMedia(request)
                .getMissingList());
    }
}
