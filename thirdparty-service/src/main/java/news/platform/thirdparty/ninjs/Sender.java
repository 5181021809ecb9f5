package news.platform.thirdparty.ninjs;

import java.util.List;

/**
 * Who sent a batch.
 *
 * @param origin items are told apart within it
 * @param name shown as the source of items that name none
 * @param channelIds where items appear that name no channel
 * @param registered what items may claim
 */
record Sender(String origin, String name, List<String> channelIds, Registered registered) {}
