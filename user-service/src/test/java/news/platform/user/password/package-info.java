@NullMarked
package news.platform.user.password;

import org.jspecify.annotations.NullMarked;
