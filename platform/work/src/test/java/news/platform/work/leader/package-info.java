/** Tests of platform-work. */
@NullMarked
package news.platform.work.leader;

import org.jspecify.annotations.NullMarked;
