/** The platform as a whole, as its clients meet it. */
@NullMarked
package news.platform.journey;

import org.jspecify.annotations.NullMarked;
