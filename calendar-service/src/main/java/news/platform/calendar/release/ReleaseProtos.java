package news.platform.calendar.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import news.platform.calendar.v1.CreateReleaseRequest;
import news.platform.calendar.v1.ReleaseState;
import news.platform.calendar.v1.UpdateReleaseRequest;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.resource.Etags;
import news.platform.proto.Timestamps;

/** Releases as the contract has them. */
public final class ReleaseProtos {
    private ReleaseProtos() {}

    /** All of it. */
    public static news.platform.calendar.v1.Release message(Release release) {
        var figures = release.figures();
        return news.platform.calendar.v1.Release.newBuilder()
                .setId(release.id())
                .setIndicatorId(release.indicator().id())
                .setName(release.indicator().name())
                .setCountry(release.indicator().country())
                .setUnit(release.indicator().unit())
                .setImportance(release.importance())
                .setReleaseTime(Timestamps.of(release.time()))
                .setTimeUndecided(release.undecided())
                .setActual(figures.actual())
                .setForecast(figures.forecast())
                .setPrevious(figures.previous())
                .setRevised(figures.revised())
                .setSurprise(figures.surprise().map(BigDecimal::toPlainString).orElse(""))
                .setPeriod(release.period())
                .setState(ReleaseState.valueOf("RELEASE_STATE_" + release.state()))
                .setEtag(Etags.of(release.version()))
                .build();
    }

    static Release.Draft draft(CreateReleaseRequest request) {
        return new Release.Draft(
                new Indicator(request.getIndicatorId(), request.getName(), request.getCountry(), request.getUnit()),
                request.hasImportance() ? request.getImportance() : 1,
                stored(Timestamps.instant(request.getReleaseTime())),
                request.getTimeUndecided(),
                new Figures("", request.getForecast(), request.getPrevious(), ""),
                request.getPeriod());
    }

    static UnaryOperator<Release> change(UpdateReleaseRequest request) {
        var values = request.getRelease();
        var changed = Changed.of(
                values, request.getUpdateMask(), "release", "release_time", "importance", "actual", "revised");
        return release -> release.changed(
                changed.value("importance", values.getImportance()).orElse(release.importance()),
                changed.value("release_time", values.getReleaseTime())
                        .map(Timestamps::instant)
                        .map(ReleaseProtos::stored)
                        .orElse(release.time()),
                changed.value("time_undecided", values.getTimeUndecided()).orElse(release.undecided()),
                new Figures(
                        changed.value("actual", values.getActual())
                                .orElse(release.figures().actual()),
                        changed.value("forecast", values.getForecast())
                                .orElse(release.figures().forecast()),
                        changed.value("previous", values.getPrevious())
                                .orElse(release.figures().previous()),
                        changed.value("revised", values.getRevised())
                                .orElse(release.figures().revised())));
    }

    /** As the database keeps it. */
    private static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
