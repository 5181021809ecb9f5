package news.platform.search.index;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/index} says how this replica's index is, {@code GET /actuator/index/inventory} reads all of a replica's own one and says
 * what it holds, {@code POST /actuator/index} (with {@code content-type: application/json}) has it be made anew of what owners have, while it
 * goes on being read.
 */
@Component
@Endpoint(id = "index")
final class IndexEndpoint {
    private static final String INVENTORY = "inventory";

    private final Catalogue catalogue;

    IndexEndpoint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @ReadOperation
    State state() {
        return new State(catalogue.documents(), catalogue.isBuilding());
    }

    @ReadOperation
    @Nullable
    Inventory inventory(@Selector String what) {
        return what.equals(INVENTORY) && catalogue instanceof Indexes indexes
                ? indexes.read(index -> index.read(Inventory::of))
                : null;
    }

    @WriteOperation
    void renew() {
        catalogue.renew();
    }

    /**
     * How the index is.
     *
     * @param documents how many it has, marks of what is gone included
     * @param building whether it is being made, or about to be
     */
    record State(int documents, boolean building) {}
}
