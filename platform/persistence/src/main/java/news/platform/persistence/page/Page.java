package news.platform.persistence.page;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items its rows, in order; may be empty
 * @param nextToken continues after the last of them; empty at the end of the list
 */
public record Page<T>(List<T> items, String nextToken) {
    public Page {
        items = List.copyOf(items);
    }
}
