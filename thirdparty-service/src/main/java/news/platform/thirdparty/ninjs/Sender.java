package news.platform.thirdparty.ninjs;

import java.util.List;
import news.platform.thirdparty.item.Origin;

/**
 * Who sent a batch.
 *
 * @param origin where its items come from
 * @param name shown as the source of items that name none
 * @param channelIds where items appear that name no channel
 * @param registered what items may claim
 */
record Sender(Origin origin, String name, List<String> channelIds, Registered registered) {}
