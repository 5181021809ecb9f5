/** HTML from outside, made safe to show: what markup is allowed, which addresses may be linked to. */
@NullMarked
package news.platform.html;

import org.jspecify.annotations.NullMarked;
