package news.platform.notification.fanout;

import java.util.List;
import news.platform.notification.settings.Settings;

/**
 * Somebody to be told.
 *
 * @param devices their digests
 */
record Recipient(String userId, Settings settings, List<String> devices) {}
