/** Tests of platform-persistence. */
@NullMarked
package news.platform.persistence;

import org.jspecify.annotations.NullMarked;
