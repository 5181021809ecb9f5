package news.platform.gateway.route;

import news.platform.edge.v1.Access;
import news.platform.gateway.answer.Answer;
import news.platform.policy.Policy;

/** For whom and how long an answer keeps outside the gateway. */
final class CacheControl {

    private static final String NOBODY = "no-store";
    private static final String ASKER_ONLY = "private, no-store";
    private static final String ASKER_ASKING_AGAIN = "private, no-cache";
    private static final String ALL_ASKING_AGAIN = "no-cache";

    private CacheControl() {}

    /** @param personal whether a caller is known */
    static String of(Policy policy, Answer answer, boolean safe, boolean personal) {
        if (!safe
                || answer.status() >= 400
                || answer.noStore()
                || !answer.degraded().isEmpty()) {
            return NOBODY;
        }
        if (policy.access() != Access.ACCESS_PUBLIC && policy.access() != Access.ACCESS_OPTIONAL) {
            return ASKER_ONLY;
        }
        if (personal) {
            return ASKER_ASKING_AGAIN;
        }
        return policy.cache()
                .map(cache -> "public, max-age=%d, stale-while-revalidate=%d"
                        .formatted(
                                cache.maxAge().toSeconds(),
                                cache.staleWhileRevalidate().toSeconds()))
                .orElse(ALL_ASKING_AGAIN);
    }
}
