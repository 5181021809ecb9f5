package news.platform.livenews.live;

import java.util.Collection;
import java.util.List;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.resource.Etags;
import news.platform.livenews.live.CorrectLive.Correction;
import news.platform.livenews.live.PublishLive.Draft;
import news.platform.livenews.reading.Flash;
import news.platform.livenews.reading.Live;
import news.platform.livenews.reading.LiveFilter;
import news.platform.livenews.revision.LiveRevision;
import news.platform.livenews.v1.CreateLiveRequest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.UpdateLiveRequest;
import news.platform.proto.Timestamps;
import org.jspecify.annotations.Nullable;

/** Lives as messages, and what messages say of lives. */
final class LiveProtos {
    private LiveProtos() {}

    static List<news.platform.livenews.v1.Live> lives(Collection<Live> lives) {
        return lives.stream().map(LiveProtos::live).toList();
    }

    static news.platform.livenews.v1.Live live(Live live) {
        var flash = live.flash();
        return outline(live)
                .setTitle(flash.content().title())
                .setContentHtml(flash.content().html())
                .setContentText(flash.content().text())
                .addAllTags(flash.tags())
                .addAllImages(flash.images())
                .setArticleId(flash.articleId())
                .setSourceName(flash.sourceName())
                .setSourceUrl(flash.sourceUrl())
                .build();
    }

    /** What streams tell of a live that was withdrawn: which it was and where it was, not what it said. */
    static news.platform.livenews.v1.Live withdrawn(Live live) {
        return outline(live).build();
    }

    static news.platform.livenews.v1.LiveRevision revision(LiveRevision revision) {
        return news.platform.livenews.v1.LiveRevision.newBuilder()
                .setNumber(revision.number())
                .setTitle(revision.title())
                .setContentHtml(revision.contentHtml())
                .addAllChannelIds(revision.channelIds())
                .setImportance(revision.importance())
                .setEditorId(revision.editorId())
                .setCreateTime(Timestamps.of(revision.createTime()))
                .setAction(revision.action().name())
                .setNote(revision.note())
                .build();
    }

    static LiveFilter filter(ListLivesRequest request) {
        return LiveFilter.of(
                request.getChannel(),
                request.getSymbol(),
                request.getTag(),
                request.getMinImportance(),
                request.hasSince() ? Timestamps.instant(request.getSince()) : null);
    }

    static Draft draft(CreateLiveRequest request) {
        return new Draft(
                request.getTitle(),
                request.getContentHtml(),
                List.copyOf(request.getChannelIdsList()),
                request.hasImportance() ? request.getImportance() : Flash.ORDINARY,
                List.copyOf(request.getSymbolsList()),
                List.copyOf(request.getTagsList()),
                List.copyOf(request.getImagesList()),
                request.getArticleId());
    }

    static Correction correction(UpdateLiveRequest request) {
        var change = request.getLive();
        var changed = Changed.of(change, request.getUpdateMask(), "live", "importance");
        return new Correction(
                changed.value("title", change.getTitle()),
                changed.value("content_html", change.getContentHtml()),
                changed.values("channel_ids", change.getChannelIdsList()),
                changed.value("importance", change.getImportance()),
                changed.values("symbols", change.getSymbolsList()),
                changed.values("tags", change.getTagsList()),
                changed.values("images", change.getImagesList()),
                changed.value("article_id", change.getArticleId()));
    }

    /** Null for any. */
    static Live.@Nullable State state(news.platform.livenews.v1.LiveState state) {
        return switch (state) {
            case LIVE_STATE_UNSPECIFIED, UNRECOGNIZED -> null;
            case LIVE_STATE_PUBLISHED -> Live.State.PUBLISHED;
            case LIVE_STATE_WITHDRAWN -> Live.State.WITHDRAWN;
        };
    }

    private static news.platform.livenews.v1.LiveState state(Live.State state) {
        return switch (state) {
            case PUBLISHED -> news.platform.livenews.v1.LiveState.LIVE_STATE_PUBLISHED;
            case WITHDRAWN -> news.platform.livenews.v1.LiveState.LIVE_STATE_WITHDRAWN;
        };
    }

    private static news.platform.livenews.v1.Live.Builder outline(Live live) {
        return news.platform.livenews.v1.Live.newBuilder()
                .setId(live.id())
                .setVersion(live.version())
                .setEtag(Etags.of(live.version()))
                .setState(state(live.state()))
                .addAllChannelIds(live.flash().channelIds())
                .setImportance(live.flash().importance())
                .addAllSymbols(live.flash().symbols())
                .setCorrected(live.isCorrected())
                .setPublishTime(Timestamps.of(live.publishTime()))
                .setUpdateTime(Timestamps.of(live.updateTime()));
    }
}
