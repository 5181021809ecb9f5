package news.platform.calendar.release;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.platform.calendar.v1.CalendarReason;
import news.platform.calendar.v1.CalendarServiceGrpc;
import news.platform.calendar.v1.CreateReleaseRequest;
import news.platform.calendar.v1.CreateReleaseResponse;
import news.platform.calendar.v1.ListIndicatorHistoryRequest;
import news.platform.calendar.v1.ListIndicatorHistoryResponse;
import news.platform.calendar.v1.ListReleasesRequest;
import news.platform.calendar.v1.ListReleasesResponse;
import news.platform.calendar.v1.UpdateReleaseRequest;
import news.platform.calendar.v1.UpdateReleaseResponse;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.Answers;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CalendarGrpcService extends CalendarServiceGrpc.CalendarServiceImplBase {
    private final Releases releases;
    private final AddRelease adding;
    private final ChangeRelease changing;
    private final Idempotency idempotency;
    private final Pages pages;
    private final Clock clock;

    CalendarGrpcService(
            Releases releases,
            AddRelease adding,
            ChangeRelease changing,
            Idempotency idempotency,
            Pages pages,
            Clock clock) {
        this.releases = releases;
        this.adding = adding;
        this.changing = changing;
        this.idempotency = idempotency;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void listReleases(ListReleasesRequest request, StreamObserver<ListReleasesResponse> answer) {
        var filter = filter(request);
        var page = pages.byTime(
                PageScope.of("releases")
                        .with("from", request.hasFrom() ? filter.from() : null)
                        .with("to", request.hasTo() ? filter.to() : null)
                        .withAll("country", filter.countries())
                        .with("importance", filter.minImportance()),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Release::place,
                (after, limit) -> releases.page(filter, after, limit));
        Answers.send(
                answer,
                ListReleasesResponse.newBuilder()
                        .addAllReleases(page.items().stream()
                                .map(ReleaseProtos::message)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private ReleaseFilter filter(ListReleasesRequest request) {
        Instant from = request.hasFrom()
                ? Timestamps.instant(request.getFrom())
                : clock.instant().truncatedTo(ChronoUnit.DAYS);
        Instant to = request.hasTo() ? Timestamps.instant(request.getTo()) : ReleaseFilter.NEVER;
        if (!from.isBefore(to)) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "to", to + " (expected: after " + from + ")");
        }
        return new ReleaseFilter(from, to, request.getCountryList(), request.getMinImportance());
    }

    @Override
    public void listIndicatorHistory(
            ListIndicatorHistoryRequest request, StreamObserver<ListIndicatorHistoryResponse> answer) {
        var indicatorId = request.getIndicatorId();
        if (!releases.knows(indicatorId)) {
            throw new DomainException(CalendarReason.INDICATOR_NOT_FOUND, "no such indicator");
        }
        var page = pages.byTime(
                PageScope.of("history").with("indicator", indicatorId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Release::place,
                (after, limit) -> releases.history(indicatorId, after, limit));
        Answers.send(
                answer,
                ListIndicatorHistoryResponse.newBuilder()
                        .addAllReleases(page.items().stream()
                                .map(ReleaseProtos::message)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void createRelease(CreateReleaseRequest request, StreamObserver<CreateReleaseResponse> answer) {
        var draft = ReleaseProtos.draft(request);
        var response = idempotency.<Boolean, CreateReleaseResponse>once(
                request,
                CreateReleaseResponse.getDefaultInstance(),
                _ -> true,
                (id, _) -> CreateReleaseResponse.newBuilder()
                        .setRelease(ReleaseProtos.message(adding.add(id, draft)
                                .orElseThrow(() -> new DomainException(
                                        CalendarReason.RELEASE_EXISTS, "the indicator has one of this period"))))
                        .build());
        Answers.send(answer, response);
    }

    @Override
    public void updateRelease(UpdateReleaseRequest request, StreamObserver<UpdateReleaseResponse> answer) {
        var release = changing.change(request.getReleaseId(), request.getEtag(), ReleaseProtos.change(request));
        Answers.send(
                answer,
                UpdateReleaseResponse.newBuilder()
                        .setRelease(ReleaseProtos.message(release))
                        .build());
    }
}
