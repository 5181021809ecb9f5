package news.platform.ranking.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import news.platform.ranking.follow.Following;
import news.platform.ranking.item.ItemRef;

/**
 * The order in which a reader gets an edition: by heat, with what the reader follows higher, and no byline, no channel and no lives too
 * often in a row. The same edition, channel and reader give the same order in every replica.
 */
final class Order {
    /** How many lower ones are looked at for what fits better. */
    private static final int REACH = 50;

    /** No byline twice among so many, where there is a choice. */
    private static final int BYLINE_DISTANCE = 4;

    /** No more than two of a channel among so many, where there is a choice. */
    private static final int CHANNEL_DISTANCE = 4;

    private static final int OF_A_CHANNEL = 2;

    /** No more than two lives among so many, where there is a choice: they are many and short. */
    private static final int LIVE_DISTANCE = 4;

    private static final int LIVES = 2;

    private Order() {}

    /** @param channels only what is in one of these; empty: everything */
    static List<Entry> of(Edition edition, Set<String> channels, Following following) {
        var byHeat = edition.entries().stream()
                .filter(entry -> channels.isEmpty() || meet(entry.channelIds(), channels))
                .map(entry -> Map.entry(entry, entry.score() + bonus(entry, following)))
                .sorted(Map.Entry.<Entry, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return diverse(new LinkedList<>(byHeat), channels.isEmpty());
    }

    /** In powers of ten of what readers make of it: 1 puts something where it would stand were it 12½ hours younger. */
    private static double bonus(Entry entry, Following following) {
        double bonus = 0;
        bonus += meet(entry.bylines(), following.authors()) ? 0.8 : 0;
        bonus += meet(entry.symbols(), following.symbols()) ? 0.5 : 0;
        bonus += meet(entry.channelIds(), following.channels()) ? 0.3 : 0;
        bonus += meet(entry.tags(), following.topics()) ? 0.3 : 0;
        return bonus;
    }

    private static List<Entry> diverse(LinkedList<Entry> left, boolean overChannels) {
        var order = new ArrayList<Entry>(left.size());
        while (!left.isEmpty()) {
            var reachable = left.listIterator();
            var next = left.getFirst();
            for (int at = 0; at < REACH && reachable.hasNext(); at++) {
                var entry = reachable.next();
                if (fits(entry, order, overChannels)) {
                    next = entry;
                    break;
                }
            }
            left.removeFirstOccurrence(next);
            order.add(next);
        }
        return order;
    }

    private static boolean fits(Entry entry, List<Entry> order, boolean overChannels) {
        boolean sameByline = last(order, BYLINE_DISTANCE - 1).stream()
                .anyMatch(before -> !Collections.disjoint(before.bylines(), entry.bylines()));
        return !sameByline
                && (!overChannels
                        || fewer(OF_A_CHANNEL, last(order, CHANNEL_DISTANCE - 1), before -> channel(before)
                                .equals(channel(entry))))
                && (!isLive(entry) || fewer(LIVES, last(order, LIVE_DISTANCE - 1), Order::isLive));
    }

    private static List<Entry> last(List<Entry> order, int count) {
        return order.subList(Math.max(0, order.size() - count), order.size());
    }

    private static boolean fewer(int than, List<Entry> entries, Predicate<Entry> such) {
        return entries.stream().filter(such).count() < than;
    }

    private static boolean isLive(Entry entry) {
        return entry.ref().type().equals(ItemRef.LIVES);
    }

    private static String channel(Entry entry) {
        return entry.channelIds().isEmpty() ? "" : entry.channelIds().getFirst();
    }

    private static boolean meet(Collection<String> some, Set<String> others) {
        return !others.isEmpty() && some.stream().anyMatch(others::contains);
    }
}
