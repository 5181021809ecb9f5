/** What a refresh exchanges: the tokens, and the pair that the other tab of the same browser gets once more. */
@NullMarked
package news.platform.user.refresh;

import org.jspecify.annotations.NullMarked;
