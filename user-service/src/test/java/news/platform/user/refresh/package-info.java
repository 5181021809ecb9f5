@NullMarked
package news.platform.user.refresh;

import org.jspecify.annotations.NullMarked;
