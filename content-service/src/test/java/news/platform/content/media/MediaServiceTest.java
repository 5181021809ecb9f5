package news.platform.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import news.platform.content.ContentServiceTest;
import news.platform.content.picture.TestPictures;
import news.platform.content.store.BlobStore;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.CreateMediaRequest;
import news.platform.content.v1.Media;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.content.v1.MediaServiceGrpc.MediaServiceBlockingStub;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.messaging.Outbox;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads by an editor, and how they are shown. */
abstract class MediaServiceTest extends ContentServiceTest {
    static final Metadata.Key<String> STATUS = Metadata.Key.of("x-http-status", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> LOCATION = Metadata.Key.of("location", Metadata.ASCII_STRING_MARSHALLER);
    static final String NOBODY = "0".repeat(40);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    CollectImages collecting;

    @Autowired
    Images images;

    @Autowired
    BlobStore store;

    @Autowired
    TestClock clock;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    final AtomicReference<Metadata> headers = new AtomicReference<>();
    final AtomicReference<Metadata> trailers = new AtomicReference<>();
    MediaServiceBlockingStub media;
    MediaClient http;
    static int width = 700;

    @BeforeEach
    void connect() {
        media = MediaServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")))
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
        http = MediaClient.at(port);
    }

    Set<String> uses(String subject) {
        return Set.copyOf(jdbc.sql("select image_id from image_use where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list());
    }

    void send(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    void edit(String articleId, ArticleChange.Builder change) {
        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(articleId)
                .setArticle(change)
                .build());
    }

    /** As it will be done in so many hours; the tokens of the test are of today. */
    void collectIn(int hours) {
        clock.reset();
        clock.advance(Duration.ofHours(hours));
        collecting.collect();
        clock.reset();
    }

    Media upload(byte[] file) {
        return media.createMedia(CreateMediaRequest.newBuilder()
                        .setImage(HttpBody.newBuilder()
                                .setContentType("image/png")
                                .setData(ByteString.copyFrom(file)))
                        .build())
                .getMedia();
    }

    BufferedImage shown(String url) throws Exception {
        var answer = http.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    /** One that no other test has. */
    static byte[] fresh() {
        return TestPictures.png(width++, 20);
    }

    static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60 && colour.getGreen() < 60;
    }
}
