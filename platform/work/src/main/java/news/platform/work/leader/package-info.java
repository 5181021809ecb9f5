/** One of all replicas. */
@NullMarked
package news.platform.work.leader;

import org.jspecify.annotations.NullMarked;
