@NullMarked
package news.platform.work.tally;

import org.jspecify.annotations.NullMarked;
