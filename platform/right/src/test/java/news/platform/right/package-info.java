@NullMarked
package news.platform.right;

import org.jspecify.annotations.NullMarked;
