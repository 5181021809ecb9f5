/** Items from outside: cleaned, deduplicated, versioned, announced. */
@NullMarked
package news.platform.thirdparty.item;

import org.jspecify.annotations.NullMarked;
