/** Tests of platform-work. */
@NullMarked
package news.platform.work;

import org.jspecify.annotations.NullMarked;
