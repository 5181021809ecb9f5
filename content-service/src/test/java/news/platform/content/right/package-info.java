@NullMarked
package news.platform.content.right;

import org.jspecify.annotations.NullMarked;
