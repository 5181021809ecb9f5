/** Tests of it. */
@NullMarked
package news.platform.html;

import org.jspecify.annotations.NullMarked;
