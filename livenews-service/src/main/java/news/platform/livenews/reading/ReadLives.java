package news.platform.livenews.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Batch;
import news.platform.livenews.log.LiveLog;
import news.platform.livenews.reading.ListedLives.Arrived;
import news.platform.livenews.v1.LivenewsReason;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.Pages;
import org.springframework.stereotype.Component;

/** What anybody may read. */
@Component
public final class ReadLives {
    private static final Comparator<Live> NEWEST_FIRST =
            Comparator.comparing(Live::publishTime).thenComparing(Live::id).reversed();

    private final ListedLives lives;
    private final LiveLog log;
    private final Pages pages;

    ReadLives(ListedLives lives, LiveLog log, Pages pages) {
        this.lives = lives;
        this.log = log;
        this.pages = pages;
    }

    /** A page of a list: the newest, older ones or newer ones, as the token says. */
    public Listing list(LiveFilter filter, PageRequest page) {
        var newerThan = pages.number(filter.newer(), page.token());
        if (newerThan.isPresent()) {
            return newer(filter, newerThan.getAsLong(), page.size());
        }
        // before the list is read, so that nothing lies between the two
        var position = page.token().isEmpty() ? OptionalLong.of(log.end()) : OptionalLong.empty();
        var found = lives.page(filter, page);
        return new Listing(found.items(), found.nextToken(), position);
    }

    private Listing newer(LiveFilter filter, long sequence, int size) {
        var end = log.end();
        var arrived = lives.newer(filter, sequence, size);
        var last = arrived.isEmpty() ? sequence : arrived.getLast().sequence();
        // a full page may not be all: what comes after it is asked for from its last one on
        var position = arrived.size() < size ? Math.max(end, last) : last;
        var newestFirst =
                arrived.stream().map(Arrived::live).sorted(NEWEST_FIRST).toList();
        return new Listing(newestFirst, "", OptionalLong.of(position));
    }

    /** The token that asks for what comes after this position. */
    public String pollToken(LiveFilter filter, long position) {
        return pages.token(filter.newer(), position);
    }

    /** Those of the ids that readers have. */
    public Batch<Live> batch(Collection<String> ids) {
        return Batch.of(ids, lives::published, Live::id);
    }

    /**
     * One live.
     *
     * @throws DomainException LIVE_NOT_FOUND, or LIVE_WITHDRAWN
     */
    public Live open(String id) {
        var live = known(id);
        if (live.isWithdrawn()) {
            throw withdrawn();
        }
        return live;
    }

    /** One live in any state. */
    public Live known(String id) {
        return lives.find(id).orElseThrow(ReadLives::notFound);
    }

    /** There is none of this id. */
    public static DomainException notFound() {
        return new DomainException(LivenewsReason.LIVE_NOT_FOUND, "there is no such live");
    }

    /** There was one, for readers. */
    public static DomainException withdrawn() {
        return new DomainException(LivenewsReason.LIVE_WITHDRAWN, "this live was withdrawn");
    }

    /**
     * A page of a list.
     *
     * @param lives newest first
     * @param nextToken asks for older ones; empty where there are none, or newer ones were asked for
     * @param position where the log stood before the page was read; empty for a page of older ones
     */
    public record Listing(List<Live> lives, String nextToken, OptionalLong position) {}
}
