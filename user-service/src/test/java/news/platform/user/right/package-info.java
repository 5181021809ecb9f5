@NullMarked
package news.platform.user.right;

import org.jspecify.annotations.NullMarked;
