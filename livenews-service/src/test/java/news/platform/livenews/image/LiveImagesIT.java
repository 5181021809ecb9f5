package news.platform.livenews.image;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.content.v1.HoldMediaResponse;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.LiveChange;
import news.platform.livenews.v1.UpdateLiveRequest;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live shows images of the platform that are there, and any of the web. */
class LiveImagesIT extends LivenewsServiceTest {
    private static final String KEPT = "1".repeat(40);
    private static final String UNKNOWN = "0".repeat(40);
    private static final String WEB = "https://wire.example/x.jpg";

    @BeforeEach
    void imagesAreKept() {
        contentTwin.answer(MediaServiceGrpc.getHoldMediaMethod(), request -> HoldMediaResponse.newBuilder()
                .addAllMissing(
                        request.getIdsList().stream().filter(UNKNOWN::equals).toList())
                .build());
    }

    @Test
    void asksForThoseOfThePlatformOnly() {
        var images = List.of("/media/" + KEPT, WEB);

        var live = editor().createLive(flash().addAllImages(images).build()).getLive();

        assertThat(live.getImagesList()).isEqualTo(images);
        assertThat(contentTwin.calls(MediaServiceGrpc.getHoldMediaMethod()))
                .last()
                .satisfies(call -> assertThat(call.request().getIdsList()).containsExactly(KEPT));
    }

    @Test
    void refusesWhatIsNotThere() {
        var live = editor().createLive(flash().build()).getLive();

        assertRefused(
                "UNKNOWN_IMAGE",
                () -> editor().createLive(flash().addImages("/media/" + UNKNOWN).build()),
                "images");
        assertRefused(
                "UNKNOWN_IMAGE",
                () -> editor().createLive(flash().setContentHtml("<img src=\"/media/" + UNKNOWN + "/320\" />")
                        .build()),
                "contentHtml");
        assertRefused(
                "UNKNOWN_IMAGE",
                () -> editor().updateLive(UpdateLiveRequest.newBuilder()
                        .setLiveId(live.getId())
                        .setLive(LiveChange.newBuilder().addImages("/media/" + UNKNOWN))
                        .build()),
                "live.images");
    }

    @Test
    void doesNotWaitForContentService() {
        contentTwin.is(ServiceTwin.Mood.HANGING);

        var live =
                editor().createLive(flash().addImages("/media/" + KEPT).build()).getLive();

        assertThat(live.getImagesList()).containsExactly("/media/" + KEPT);
    }
}
