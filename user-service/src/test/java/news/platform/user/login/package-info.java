@NullMarked
package news.platform.user.login;

import org.jspecify.annotations.NullMarked;
