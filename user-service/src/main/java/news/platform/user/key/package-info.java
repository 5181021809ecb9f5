/** The keys that sign access tokens: kept, rotated, published; and the tokens. Knows nothing of accounts or sessions. */
@NullMarked
package news.platform.user.key;

import org.jspecify.annotations.NullMarked;
