@NullMarked
package news.platform.user.verification;

import org.jspecify.annotations.NullMarked;
