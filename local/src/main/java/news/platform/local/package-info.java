/** The platform on one machine: the commands behind {@code ./news}. */
@NullMarked
package news.platform.local;

import org.jspecify.annotations.NullMarked;
