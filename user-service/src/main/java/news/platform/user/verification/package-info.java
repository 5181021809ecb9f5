/** Asking for codes, and the telephone number that one of them shows to be somebody's. */
@NullMarked
package news.platform.user.verification;

import org.jspecify.annotations.NullMarked;
