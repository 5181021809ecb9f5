package news.platform.thirdparty.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.platform.thirdparty.clean.Fingerprint;
import news.platform.thirdparty.clean.IncomingItem;
import org.jspecify.annotations.Nullable;

/**
 * The items of one feed, of which several may have one uri: some feeds give all their items the same guid, or no guid and the
 * same link. Such items get a uri each, made of what differs: their address; where that is the same, their title; where that is
 * the same too, their time. Whoever is known under a uri keeps it, whether others come or go: an item must not come a second
 * time under another name.
 */
final class Namesakes {
    /** How much of an item is needed to tell it from the others that share its uri. */
    private enum Apart {
        ALONE,
        BY_ADDRESS,
        BY_TITLE,
        BY_TIME
    }

    private final List<IncomingItem> shown;
    private final Map<String, List<IncomingItem>> sharing;

    Namesakes(List<IncomingItem> shown) {
        this.shown = shown;
        this.sharing = shown.stream().collect(Collectors.groupingBy(IncomingItem::uri));
    }

    Set<String> uris() {
        return sharing.keySet();
    }

    /** The uris that items may have been given before, of those items that are not known under their plain one. */
    Set<String> furtherUris(Map<String, KnownContent> known) {
        return shown.stream()
                .filter(item -> !isSame(known.get(item.uri()), item, apart(item)))
                .flatMap(item -> names(item).stream().skip(1))
                .collect(Collectors.toSet());
    }

    /**
     * In the order shown, each under a uri of its own; what is the same item once.
     *
     * @param known what is known under {@link #uris} and {@link #furtherUris}
     */
    Map<String, IncomingItem> toldApart(Map<String, KnownContent> known) {
        var apart = new LinkedHashMap<String, IncomingItem>();
        for (IncomingItem item : shown) {
            String uri = uri(item, known);
            apart.putIfAbsent(uri, uri.equals(item.uri()) ? item : item.named(uri));
        }
        return apart;
    }

    private String uri(IncomingItem item, Map<String, KnownContent> known) {
        Apart apart = apart(item);
        List<String> names = names(item);
        return names.stream()
                .filter(name -> isSame(known.get(name), item, apart))
                .findFirst()
                .or(() -> names.stream()
                        .limit(2)
                        .filter(name -> isCorrected(known.get(name), item, apart))
                        .findFirst())
                .orElseGet(() -> names.get(apart.ordinal()));
    }

    /** The plain uri, and the one for each way of being told apart. */
    private static List<String> names(IncomingItem item) {
        return List.of(
                item.uri(),
                Fingerprint.urn(item.uri(), item.url()),
                Fingerprint.urn(item.uri(), item.url(), item.title()),
                Fingerprint.urn(item.uri(), item.url(), item.title(), String.valueOf(item.publishTime())));
    }

    private Apart apart(IncomingItem item) {
        List<IncomingItem> others = sharing.getOrDefault(item.uri(), List.of()).stream()
                .filter(other -> !isTwin(other, item))
                .toList();
        if (others.isEmpty()) {
            return Apart.ALONE;
        }
        Predicate<IncomingItem> sameAddress = other -> other.url().equals(item.url());
        if (others.stream().noneMatch(sameAddress)) {
            return Apart.BY_ADDRESS;
        }
        return others.stream().filter(sameAddress).noneMatch(other -> other.title()
                        .equals(item.title()))
                ? Apart.BY_TITLE
                : Apart.BY_TIME;
    }

    private static boolean isTwin(IncomingItem other, IncomingItem item) {
        return other.url().equals(item.url())
                && other.title().equals(item.title())
                && Objects.equals(other.publishTime(), item.publishTime());
    }

    private static boolean isSame(@Nullable KnownContent known, IncomingItem item, Apart apart) {
        return known != null
                && known.url().equals(item.url())
                && known.title().equals(item.title())
                && (apart != Apart.BY_TIME || known.publishTime().equals(item.publishTime()));
    }

    /** The item under a new title, as far as its address alone tells which one it is. */
    private static boolean isCorrected(@Nullable KnownContent known, IncomingItem item, Apart apart) {
        return known != null
                && apart.compareTo(Apart.BY_ADDRESS) <= 0
                && known.url().equals(item.url());
    }
}
