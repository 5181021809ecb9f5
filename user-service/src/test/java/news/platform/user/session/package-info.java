@NullMarked
package news.platform.user.session;

import org.jspecify.annotations.NullMarked;
