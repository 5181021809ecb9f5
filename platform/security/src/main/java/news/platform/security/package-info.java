/** Who calls: verified access tokens, the caller of the current call, and which class of answers is theirs. */
@NullMarked
package news.platform.security;

import org.jspecify.annotations.NullMarked;
