package news.platform.content.media;

import static news.platform.test.grpc.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.platform.content.ContentServiceTest;
import news.platform.content.media.HostileUploads.Upload;
import news.platform.content.v1.CreateMediaRequest;
import news.platform.content.v1.Media;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.content.v1.MediaServiceGrpc.MediaServiceBlockingStub;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is uploaded: a refusal that says why, or a picture with nothing in it but pixels. */
class HostileUploadsIT extends ContentServiceTest {
    private static final List<String> NEEDLES =
            List.of("<script", "alert(", "<?php", "PK\u0003\u0004", "Exif", "passwd", "<svg", "xmp");

    @LocalServerPort
    private int port;

    private MediaServiceBlockingStub media;

    @BeforeEach
    void connect() {
        media = MediaServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")));
    }

    static Stream<Upload> uploads() {
        return HostileUploads.all();
    }

    @Test
    void triesFortyAtLeast() {
        assertThat(uploads().map(Upload::name).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void refusesItOrCleansIt(Upload upload) throws Exception {
        Media taken;
        try {
            taken = upload(upload);
        } catch (StatusRuntimeException e) {
            assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            var refusal = refusal(() -> {
                throw e;
            });
            assertThat(upload.becomes()).as(refusal.message()).contains(refusal.reason());
            assertThat(refusal.violations()).hasSize(1);
            return;
        }
        assertThat(upload.becomes()).contains(HostileUploads.CLEAN);
        isClean(taken.getUrl());
        isClean(taken.getUrl() + "/320");
    }

    private Media upload(Upload upload) {
        return media.createMedia(CreateMediaRequest.newBuilder()
                        .setImage(HttpBody.newBuilder()
                                .setContentType(upload.type())
                                .setData(ByteString.copyFrom(upload.file())))
                        .build())
                .getMedia();
    }

    private void isClean(String url) throws Exception {
        var shown = MediaClient.at(port).get(url);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type").orElseThrow()).isIn("image/png", "image/jpeg");
        assertThat(shown.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("inline; filename=\"[0-9a-f]{40}\\.(png|jpg)\"");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body()))).isNotNull();
        assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1)).doesNotContain(NEEDLES);
    }
}
