/** How well and how fast the platform finds what it has. */
@NullMarked
package news.platform.benchmarks.search;

import org.jspecify.annotations.NullMarked;
