package news.platform.search.trending;

/**
 * What many ask.
 *
 * @param text as it was counted: folded, with single spaces
 * @param askers how many different ones
 */
public record AskedQuery(String text, int askers) {}
