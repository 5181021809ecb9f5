/** Live news to thousands of clients: who hears what and how soon, what it costs, and what crashes do to it. */
@NullMarked
package news.platform.benchmarks.live;

import org.jspecify.annotations.NullMarked;
