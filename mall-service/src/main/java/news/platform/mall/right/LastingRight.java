package news.platform.mall.right;

import java.time.Instant;

/**
 * One thing that is open to somebody for good.
 *
 * @param scope {@code plans/id}, {@code articles/id} or {@link #EVERYTHING}
 * @param from from when on
 */
record LastingRight(String scope, Instant from) {
    static final String EVERYTHING = "everything";
}
