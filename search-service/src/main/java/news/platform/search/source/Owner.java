package news.platform.search.source;

import java.util.List;
import news.platform.search.index.Item;

/** Who has items of a type, and tells of all of them. */
interface Owner {
    /**
     * A page of all that readers have.
     *
     * @param token empty for the first page
     * @throws io.grpc.StatusRuntimeException where the owner does not answer in time
     */
    Part page(String token);

    /**
     * Some of all.
     *
     * @param nextToken empty at the end
     */
    record Part(List<Item> items, String nextToken) {}
}
