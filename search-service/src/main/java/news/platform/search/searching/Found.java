package news.platform.search.searching;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param hits in order
 * @param facets of the first page; else empty
 * @param total how many there are in all; where the search ran out of time, at least
 * @param didYouMean what finds something where nothing was found; else empty
 * @param nextToken empty at the end
 */
record Found(List<Hit> hits, List<Facet> facets, int total, String didYouMean, String nextToken) {}
