@NullMarked
package news.platform.security;

import org.jspecify.annotations.NullMarked;
