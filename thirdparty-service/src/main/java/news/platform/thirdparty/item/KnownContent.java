package news.platform.thirdparty.item;

import java.time.Instant;

/** What is known of an item's latest version without locking it. */
record KnownContent(String hash, String title, String url, Instant publishTime) {}
