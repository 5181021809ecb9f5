package news.platform.livenews.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.calendar.v1.ReleaseRevised;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.Live;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ReleasesIT extends LivenewsServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private final String id = UUID.randomUUID().toString();
    private final String country = freshTag();

    @Test
    void oneLiveTellsAFigureAndIsCorrectedWhenThatIsRevised() {
        happened(ReleasePublished.newBuilder()
                .setReleaseId(id)
                .setVersion(2)
                .setRelease(release().setActual("2.4").setSurprise("0.3"))
                .build());

        await().untilAsserted(() -> assertThat(lives()).singleElement().satisfies(live -> {
            assertThat(live.getTitle()).isEqualTo("US consumer price index: 2.4 %");
            assertThat(live.getContentText())
                    .isEqualTo("2026-10, actual 2.4 %, expected 2.1 %, before 2.0 %, surprise 0.3 %.");
            assertThat(live.getImportance()).isEqualTo(3);
        }));
        happened(ReleaseRevised.newBuilder()
                .setReleaseId(id)
                .setVersion(3)
                .setRelease(release().setActual("2.4").setRevised("2.3"))
                .build());

        await().untilAsserted(() -> assertThat(lives()).singleElement().satisfies(live -> {
            assertThat(live.getTitle()).isEqualTo("US consumer price index: 2.3 %");
            assertThat(live.getCorrected()).isTrue();
        }));
    }

    @Test
    void eachOfManyAtOnceIsOneLiveHoweverOftenItIsTold() {
        for (int number = 0; number < 10; number++) {
            var published = ReleasePublished.newBuilder()
                    .setReleaseId(id + number)
                    .setVersion(2)
                    .setRelease(release().setId(id + number).setActual("2.4"))
                    .build();
            happened(published);
            happened(published);
            happened(ReleaseRevised.newBuilder()
                    .setReleaseId(id + number)
                    .setVersion(3)
                    .setRelease(release().setId(id + number).setActual("2.4").setRevised("2.3"))
                    .build());
        }

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(lives()).hasSize(10).allMatch(Live::getCorrected));
    }

    @Test
    void whatMattersLessIsNoLive() {
        happened(ReleasePublished.newBuilder()
                .setReleaseId(id)
                .setVersion(2)
                .setRelease(release().setImportance(2).setActual("2.4"))
                .build());
        happened(ReleasePublished.newBuilder()
                .setReleaseId(id)
                .setVersion(3)
                .setRelease(release().setActual("2.5"))
                .build());

        await().untilAsserted(() -> assertThat(lives()).singleElement().satisfies(live -> assertThat(live.getVersion())
                .isOne()));
    }

    @Test
    void whatIsEnteredLongAfterItCameIsNoLive() {
        var old = Timestamps.of(Instant.now().minus(Duration.ofDays(400)));
        happened(ReleasePublished.newBuilder()
                .setReleaseId(id)
                .setVersion(2)
                .setRelease(release().setReleaseTime(old).setActual("2.4"))
                .build());
        happened(ReleaseRevised.newBuilder()
                .setReleaseId(id)
                .setVersion(3)
                .setRelease(release().setReleaseTime(old).setActual("2.4").setRevised("2.3"))
                .build());
        happened(ReleasePublished.newBuilder()
                .setReleaseId(id)
                .setVersion(4)
                .setRelease(release().setActual("2.5"))
                .build());

        await().untilAsserted(() -> assertThat(lives()).singleElement().satisfies(live -> assertThat(live.getTitle())
                .contains("2.5")));
    }

    private Release.Builder release() {
        return Release.newBuilder()
                .setId(id)
                .setName("US consumer price index")
                .setCountry(country)
                .setImportance(3)
                .setReleaseTime(Timestamps.of(Instant.now()))
                .setForecast("2.1")
                .setPrevious("2.0")
                .setUnit("%")
                .setPeriod("2026-10");
    }

    private List<Live> lives() {
        return anyone().listLives(ListLivesRequest.newBuilder()
                        .setTag(country)
                        .setPageSize(100)
                        .build())
                .getLivesList();
    }

    private void happened(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }
}
