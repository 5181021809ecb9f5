/** Texts as people read them. */
@NullMarked
package news.platform.text;

import org.jspecify.annotations.NullMarked;
