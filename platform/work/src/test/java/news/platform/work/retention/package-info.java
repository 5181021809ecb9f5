/** Tests of platform-work. */
@NullMarked
package news.platform.work.retention;

import org.jspecify.annotations.NullMarked;
