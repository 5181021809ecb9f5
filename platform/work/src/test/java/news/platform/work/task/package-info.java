/** Tests of platform-work. */
@NullMarked
package news.platform.work.task;

import org.jspecify.annotations.NullMarked;
