/** One breaking live to very many devices: how soon, to each at most once, and what a kill takes with it. */
@NullMarked
package news.platform.benchmarks.push;

import org.jspecify.annotations.NullMarked;
