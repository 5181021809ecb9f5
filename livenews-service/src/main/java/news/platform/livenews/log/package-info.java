/** What happened to lives, in one order: what streams are fed from. */
@NullMarked
package news.platform.livenews.log;

import org.jspecify.annotations.NullMarked;
