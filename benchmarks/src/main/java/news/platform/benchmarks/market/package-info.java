/** Prices by the thousand: are candles right, how old is what clients are shown, what does a crash do. */
@NullMarked
package news.platform.benchmarks.market;

import org.jspecify.annotations.NullMarked;
