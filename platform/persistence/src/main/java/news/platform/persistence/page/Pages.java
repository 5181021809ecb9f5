package news.platform.persistence.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Pages of lists that are read by keyset: each begins after the last row of the one before, wherever that is by now, so that
 * rows which come or go meanwhile move no others. Thread-safe.
 */
public final class Pages {
    private final PageTokens tokens;

    Pages(PageTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A page of a list that is ordered by a time and then by id.
     *
     * @param scope which list, with its filters and order: a token is good for one of them
     * @param place where a row stands
     * @param rows reads the list
     * @throws news.platform.error.DomainException BAD_PAGE_TOKEN of {@code pageToken}, where the token is not one of this
     *     scope's
     */
    public <T> Page<T> byTime(
            PageScope scope, PageRequest request, Function<T, TimeAndId> place, Rows<TimeAndId, T> rows) {
        return page(scope, request, TimeAndId::of, row -> place.apply(row).key(), rows);
    }

    /** The same for a list that is ordered by a number which no two rows share. */
    public <T> Page<T> byNumber(PageScope scope, PageRequest request, ToLongFunction<T> number, Rows<Long, T> rows) {
        return page(
                scope,
                request,
                key -> Long.valueOf(key.getFirst()),
                row -> List.of(Long.toString(number.applyAsLong(row))),
                rows);
    }

    /** The token by which a list that grows is asked for what came after this number. */
    public String token(PageScope scope, long number) {
        return tokens.encode(scope, List.of(Long.toString(number)));
    }

    /** The number that {@link #token} was given; empty where the token is none of this scope's. */
    public OptionalLong number(PageScope scope, String token) {
        return tokens.find(scope, token).stream()
                .map(List::getFirst)
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The token of a list whose places only the list itself understands. */
    public String token(PageScope scope, List<String> key) {
        return tokens.encode(scope, key);
    }

    /**
     * The place that {@link #token} was given; empty for the empty token, which asks for the first page.
     *
     * @throws news.platform.error.DomainException BAD_PAGE_TOKEN of {@code pageToken}, where the token is none of this scope's
     */
    public Optional<List<String>> key(PageScope scope, String token) {
        return tokens.decode(scope, token);
    }

    private <K, T> Page<T> page(
            PageScope scope,
            PageRequest request,
            Function<List<String>, K> read,
            Function<T, List<String>> write,
            Rows<K, T> rows) {
        var after = tokens.decode(scope, request.token()).map(read);
        // one more than asked for tells whether there is a next page
        var found = rows.after(after, request.size() + 1);
        if (found.size() <= request.size()) {
            return new Page<>(found, "");
        }
        var items = found.subList(0, request.size());
        return new Page<>(items, tokens.encode(scope, write.apply(items.getLast())));
    }

    /**
     * Reads a list in its order.
     *
     * @param <K> what says where a row stands
     */
    @FunctionalInterface
    public interface Rows<K, T> {
        /** The rows after this place, from the beginning where it is empty; no more than the limit. */
        List<T> after(Optional<K> place, int limit);
    }
}
