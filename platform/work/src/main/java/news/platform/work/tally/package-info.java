/** Counts that many change at once: nobody who adds to one waits for another. */
@NullMarked
package news.platform.work.tally;

import org.jspecify.annotations.NullMarked;
