/** Access tokens: who holds one, as long as it is one of ours. */
@NullMarked
package news.platform.security.token;

import org.jspecify.annotations.NullMarked;
