@NullMarked
package news.platform.user.account;

import org.jspecify.annotations.NullMarked;
