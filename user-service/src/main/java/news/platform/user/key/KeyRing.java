package news.platform.user.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The keys that there are at a moment, in the order of their use. What follows from them is the same for every replica. */
record KeyRing(List<SigningKey> keys) {
    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::useFrom).thenComparing(SigningKey::id))
                .toList();
    }

    /** The key that signs now: the last whose time has come, else the first, of those that can be read. */
    Optional<SigningKey> inForce(Instant now) {
        List<SigningKey> readable = keys.stream().filter(SigningKey::readable).toList();
        return readable.stream()
                .filter(key -> !key.useFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> readable.stream().findFirst());
    }

    /** The keys to verify with: all, but those whose successor has signed for longer than {@code keep}. */
    List<SigningKey> published(Instant now, Duration keep) {
        var published = new ArrayList<SigningKey>();
        for (int i = 0; i < keys.size(); i++) {
            boolean last = i == keys.size() - 1;
            if (last || now.isBefore(keys.get(i + 1).useFrom().plus(keep))) {
                published.add(keys.get(i));
            }
        }
        return published;
    }

    /** When a key has to be made now: the moment from which it is used. */
    Optional<Instant> nextUseFrom(Instant now, Duration rotation, Duration publishAhead) {
        if (inForce(now).isEmpty()) {
            return Optional.of(now);
        }
        Instant due = newestReadable().plus(rotation);
        Instant soonest = now.plus(publishAhead);
        if (due.isAfter(soonest)) {
            return Optional.empty();
        }
        return Optional.of(soonest);
    }

    private Instant newestReadable() {
        return keys.stream()
                .filter(SigningKey::readable)
                .map(SigningKey::useFrom)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
