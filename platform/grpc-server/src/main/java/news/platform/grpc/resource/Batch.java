package news.platform.grpc.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a BatchGet answers. How many ids it takes at most is the contract's to say.
 *
 * @param found the resources there are, in the order of the request, each once
 * @param missing the ids that name none, in the order of the request, each once
 */
public record Batch<T>(List<T> found, List<String> missing) {
    public Batch {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    /**
     * Reads them.
     *
     * @param ids as requested; repeated ones count once
     * @param read gives those there are, in any order; is called once, with each id once
     * @param id the id of what was read
     */
    public static <T> Batch<T> of(
            Collection<String> ids, Function<List<String>, ? extends Collection<T>> read, Function<T, String> id) {
        var distinct = ids.stream().distinct().toList();
        var byId = read.apply(distinct).stream().collect(Collectors.toMap(id, Function.identity()));
        var found = new ArrayList<T>();
        var missing = new ArrayList<String>();
        for (var wanted : distinct) {
            var one = byId.get(wanted);
            if (one == null) {
                missing.add(wanted);
            } else {
                found.add(one);
            }
        }
        return new Batch<>(found, missing);
    }
}
