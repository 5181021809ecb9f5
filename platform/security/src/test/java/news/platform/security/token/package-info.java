@NullMarked
package news.platform.security.token;

import org.jspecify.annotations.NullMarked;
