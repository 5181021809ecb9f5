package news.platform.search.source;

import java.time.Duration;
import java.util.List;
import news.platform.search.index.Catalogue;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the index anew from what owners have, a page at a time, whenever something may be missing in it. */
@Component
final class RebuildIndex {
    private static final String ROUND = "index-rebuild";

    private final Catalogue catalogue;
    private final List<Owner> owners;
    private final SourceProperties properties;
    /** Changed by the round alone. */
    private volatile @Nullable Place place;

    RebuildIndex(Catalogue catalogue, List<Owner> owners, SourceProperties properties, Rounds rounds, Leader leader) {
        this.catalogue = catalogue;
        this.owners = List.copyOf(owners);
        this.properties = properties;
        rounds.paced(ROUND, catalogue.isShared() ? leader.only(ROUND, this::step) : this::step);
    }

    /** One page. What fails is tried again, from the same page. */
    private Duration step() {
        var here = place;
        if (here == null) {
            if (!catalogue.isWanted()) {
                return properties.pause();
            }
            here = new Place(catalogue.begin(), 0, "");
        }
        place = here;
        place = next(here);
        return Duration.ZERO;
    }

    private @Nullable Place next(Place here) {
        if (here.owner() == owners.size()) {
            catalogue.complete(here.target());
            return null;
        }
        var part = owners.get(here.owner()).page(here.token());
        here.target().put(part.items());
        return new Place(here.target(), part.nextToken().isEmpty() ? here.owner() + 1 : here.owner(), part.nextToken());
    }

    /**
     * What is read next.
     *
     * @param owner whose items, by number
     */
    private record Place(Catalogue.Target target, int owner, String token) {}
}
