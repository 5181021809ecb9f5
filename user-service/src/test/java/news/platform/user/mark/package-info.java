@NullMarked
package news.platform.user.mark;

import org.jspecify.annotations.NullMarked;
