package news.platform.thirdparty.ninjs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.IncomingItem;

/**
 * What a sender's items may claim to be. Names are compared as written.
 *
 * @param sources whom items may come from
 * @param channels where they may appear
 * @param symbols which instruments they may be about
 */
record Registered(Set<String> sources, Set<String> channels, Set<String> symbols) {
    /** In a set: every name there is. */
    static final String ANY = "*";

    static final Registered FOR_ALL = new Registered(Set.of(ANY), Set.of(ANY), Set.of(ANY));

    static Set<String> with(Collection<String> names, Collection<String> more) {
        return Stream.concat(names.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The first thing that the item claims without being registered for it; empty where it may be taken. */
    Optional<Excess> excess(IncomingItem item) {
        List<String> source = item.sourceName().isEmpty() ? List.of() : List.of(item.sourceName());
        return first("infosources", source, sources)
                .or(() -> first("subjects", "channel:", item.channelIds(), channels))
                .or(() -> first("subjects", "symbol:", item.symbols(), symbols));
    }

    private static Optional<Excess> first(String field, List<String> named, Set<String> allowed) {
        return first(field, "", named, allowed);
    }

    private static Optional<Excess> first(String field, String prefix, List<String> named, Set<String> allowed) {
        return allowed.contains(ANY)
                ? Optional.empty()
                : named.stream()
                        .filter(name -> !allowed.contains(name))
                        .findFirst()
                        .map(name -> new Excess(field, prefix + name));
    }

    /**
     * What goes beyond.
     *
     * @param field the item's field that claims it
     * @param value what is claimed
     */
    record Excess(String field, String value) {}
}
