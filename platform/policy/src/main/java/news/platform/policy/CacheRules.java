package news.platform.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.platform.edge.v1.CachePolicy;
import news.platform.edge.v1.Purge;
import news.platform.edge.v1.Vary;

/**
 * For how long an answer keeps, and for whom.
 *
 * @param maxAge fresh for this long, more than zero
 * @param longestAge fresh for this long at most where the service says so of one answer; zero: it may not
 * @param staleWhileRevalidate after maxAge served for this long while one call refreshes it; may be zero
 * @param staleIfError after maxAge served for this long when the callee fails; may be zero
 * @param vary what makes two answers differ besides the parameters; empty: one answer for all
 * @param negativeMaxAge how long a NOT_FOUND or a recalled answer is remembered; zero: not at all
 * @param purges the events that make answers obsolete
 * @param tagPaths field paths of the response message where the ids of what it shows are found, in proto names
 * @param outdatedPaths field paths of booleans that are true in a last good answer, in proto names
 */
public record CacheRules(
        Duration maxAge,
        Duration longestAge,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        Set<Vary> vary,
        Duration negativeMaxAge,
        List<Purge> purges,
        List<String> tagPaths,
        List<String> outdatedPaths) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public CacheRules {
        Checks.require(
                maxAge.isPositive() && maxAge.compareTo(LONGEST) <= 0, "cache.max-age", maxAge, "> 0s, <= 365 days");
        requireAge("cache.longest-age", longestAge);
        requireAge("cache.stale-while-revalidate", staleWhileRevalidate);
        requireAge("cache.stale-if-error", staleIfError);
        requireAge("cache.negative-max-age", negativeMaxAge);
        Checks.require(
                !vary.contains(Vary.VARY_UNSPECIFIED) && !vary.contains(Vary.UNRECOGNIZED),
                "cache.vary",
                vary,
                "known values only");
        vary = Set.copyOf(vary);
        purges = List.copyOf(purges);
        tagPaths = List.copyOf(tagPaths);
        outdatedPaths = List.copyOf(outdatedPaths);
    }

    private static void requireAge(String field, Duration age) {
        Checks.require(!age.isNegative() && age.compareTo(LONGEST) <= 0, field, age, ">= 0s, <= 365 days");
    }

    static CacheRules of(CachePolicy cache) {
        return new CacheRules(
                Durations.of(cache.getMaxAge()),
                Durations.of(cache.getLongestAge()),
                Durations.of(cache.getStaleWhileRevalidate()),
                Durations.of(cache.getStaleIfError()),
                Set.copyOf(cache.getVaryList()),
                Durations.of(cache.getNegativeMaxAge()),
                cache.getPurgesList(),
                cache.getTagPathsList(),
                cache.getOutdatedPathsList());
    }
}
