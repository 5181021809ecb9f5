@NullMarked
package news.platform.security.route;

import org.jspecify.annotations.NullMarked;
