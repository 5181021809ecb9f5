/** From nothing to a platform that answers, and back. */
@NullMarked
package news.platform.local.up;

import org.jspecify.annotations.NullMarked;
