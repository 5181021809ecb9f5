package news.platform.gateway.hot;

import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.method.HotMethods;

/**
 * What is needed to answer without asking.
 *
 * @param methods whose answers are kept
 * @param store the answers
 * @param writer writes them
 */
record Memory(HotMethods methods, HotStore store, HotWriter writer) {}
