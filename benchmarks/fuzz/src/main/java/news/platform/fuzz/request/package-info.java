/** A request before it is bytes, and the values that stand in it. */
@NullMarked
package news.platform.fuzz.request;

import org.jspecify.annotations.NullMarked;
