package news.platform.gateway.hot;

import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Use;
import news.platform.gateway.hot.method.HotMethod;

/**
 * What is to be written.
 *
 * @param method whose answer it is
 * @param entry the answer
 * @param use in what sense it is good
 * @param withToken whether the request carried one
 */
record Reply(HotMethod method, HotEntry entry, Use use, boolean withToken) {}
