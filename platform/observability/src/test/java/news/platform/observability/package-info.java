/** Tests of platform-observability. */
@NullMarked
package news.platform.observability;

import org.jspecify.annotations.NullMarked;
