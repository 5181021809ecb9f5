package news.platform.thirdparty.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of an item: enough to tell whether it changed. */
record KnownItem(String id, long version, @Nullable String sourceVersion, String contentHash, Instant publishTime) {}
