package news.platform.calendar.release;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.platform.calendar.CalendarServiceTest;
import news.platform.calendar.v1.ListIndicatorHistoryRequest;
import news.platform.calendar.v1.ListReleasesRequest;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleaseChange;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.calendar.v1.ReleaseRevised;
import news.platform.calendar.v1.ReleaseScheduled;
import news.platform.calendar.v1.ReleaseState;
import news.platform.calendar.v1.UpdateReleaseRequest;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.Test;

class ReleasesIT extends CalendarServiceTest {
    @Test
    void goesFromScheduledOverReleasedToRevisedAndTellsEachOnce() {
        var scheduled = created("2026-10", Duration.ofHours(1));

        var released = changed(scheduled, ReleaseChange.newBuilder().setActual("2.4"));
        var revised = changed(scheduled, ReleaseChange.newBuilder().setRevised("2.3"));
        changed(scheduled, ReleaseChange.newBuilder().setRevised("2.3"));

        assertThat(scheduled.getState()).isEqualTo(ReleaseState.RELEASE_STATE_SCHEDULED);
        assertThat(scheduled.getSurprise()).isEmpty();
        assertThat(released.getState()).isEqualTo(ReleaseState.RELEASE_STATE_RELEASED);
        assertThat(released.getSurprise()).isEqualTo("0.3");
        assertThat(revised.getState()).isEqualTo(ReleaseState.RELEASE_STATE_REVISED);
        assertThat(revised.getActual()).isEqualTo("2.4");
        assertThat(revised.getSurprise()).isEqualTo("0.3");
        await().untilAsserted(() -> assertThat(events.of(ReleaseRevised.getDefaultInstance(), scheduled.getId()))
                .hasSize(1));
        assertThat(events.of(ReleaseScheduled.getDefaultInstance(), scheduled.getId()))
                .hasSize(1);
        assertThat(events.of(ReleasePublished.getDefaultInstance(), scheduled.getId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getRelease().getActual()).isEqualTo("2.4"));
    }

    @Test
    void theNextOneKnowsTheFigureBefore() {
        var first = created("2026-10", Duration.ofHours(1));
        var next = created("2026-11", Duration.ofDays(30));

        changed(first, ReleaseChange.newBuilder().setActual("2.4"));
        assertThat(of(indicator)).last().extracting(Release::getPrevious).isEqualTo("2.4");
        changed(first, ReleaseChange.newBuilder().setRevised("2.5"));

        assertThat(of(indicator)).last().satisfies(after -> {
            assertThat(after.getId()).isEqualTo(next.getId());
            assertThat(after.getPrevious()).isEqualTo("2.5");
        });
    }

    @Test
    void listsByTimeCountryAndImportance() {
        created("2026-10", Duration.ofHours(1));
        var minor = editor().createRelease(
                        draft("2026-11", Duration.ofHours(2)).setImportance(1).build())
                .getRelease();

        assertThat(of(indicator)).extracting(Release::getPeriod).containsExactly("2026-10", "2026-11");
        assertThat(ids(list(ListReleasesRequest.newBuilder().setMinImportance(2))))
                .doesNotContain(minor.getId());
        assertThat(ids(list(ListReleasesRequest.newBuilder().addCountry("US")))).doesNotContain(minor.getId());
        assertThat(ids(list(ListReleasesRequest.newBuilder().addCountry("US").addCountry("GB"))))
                .contains(minor.getId());
        assertThat(ids(list(ListReleasesRequest.newBuilder().setTo(Timestamps.of(in(Duration.ofMinutes(90)))))))
                .doesNotContain(minor.getId());
    }

    @Test
    void keepsTheHistoryOfAnIndicator() {
        var first = created("2026-09", Duration.ofHours(1));
        var second = created("2026-10", Duration.ofHours(2));
        created("2026-11", Duration.ofHours(3));
        changed(first, ReleaseChange.newBuilder().setActual("1"));
        changed(second, ReleaseChange.newBuilder().setActual("2"));

        assertThat(anyone().listIndicatorHistory(ListIndicatorHistoryRequest.newBuilder()
                                .setIndicatorId(indicator)
                                .build())
                        .getReleasesList())
                .extracting(Release::getActual)
                .containsExactly("2", "1");
        assertRefused(
                "INDICATOR_NOT_FOUND", () -> anyone().listIndicatorHistory(ListIndicatorHistoryRequest.newBuilder()
                        .setIndicatorId("none")
                        .build()));
    }

    @Test
    void refusesWhatMakesNoSense() {
        var release = created("2026-10", Duration.ofHours(1));

        assertRefused(
                "NOT_RELEASED",
                () -> changed(release, ReleaseChange.newBuilder().setRevised("1")));
        assertRefused("RELEASE_EXISTS", () -> created("2026-10", Duration.ofHours(2)));
        assertInvalid(() -> changed(release, ReleaseChange.newBuilder().setActual("2,4")), "release.actual");
        assertRefused(
                "RELEASE_NOT_FOUND",
                () -> changed(
                        Release.newBuilder().setId("none").build(),
                        ReleaseChange.newBuilder().setActual("1")));
        assertRefused("ETAG_MISMATCH", () -> editor().updateRelease(UpdateReleaseRequest.newBuilder()
                .setReleaseId(release.getId())
                .setEtag("v7")
                .setRelease(ReleaseChange.newBuilder().setActual("1"))
                .build()));
        assertInvalid(
                () -> list(ListReleasesRequest.newBuilder().setTo(Timestamps.of(in(Duration.ofDays(-400))))), "to");
        var now = Timestamps.of(in(Duration.ZERO));
        assertInvalid(() -> list(ListReleasesRequest.newBuilder().setFrom(now).setTo(now)), "from");
    }

    private List<Release> of(String indicatorId) {
        return list(ListReleasesRequest.newBuilder()).stream()
                .filter(release -> release.getIndicatorId().equals(indicatorId))
                .toList();
    }

    /** All pages. */
    private List<Release> list(ListReleasesRequest.Builder request) {
        var all = new ArrayList<Release>();
        request.setPageSize(3);
        do {
            var page = anyone().listReleases(request.build());
            all.addAll(page.getReleasesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }

    private static List<String> ids(List<Release> releases) {
        return releases.stream().map(Release::getId).toList();
    }
}
