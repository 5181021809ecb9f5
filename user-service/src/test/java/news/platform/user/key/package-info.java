@NullMarked
package news.platform.user.key;

import org.jspecify.annotations.NullMarked;
