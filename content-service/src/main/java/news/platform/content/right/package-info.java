/** Rights: what of the premium articles is open to whom. */
@NullMarked
package news.platform.content.right;

import org.jspecify.annotations.NullMarked;
