/** Purchases at a fixed rate: how many a second the platform takes, and where the time goes. */
@NullMarked
package news.platform.benchmarks.purchases;

import org.jspecify.annotations.NullMarked;
