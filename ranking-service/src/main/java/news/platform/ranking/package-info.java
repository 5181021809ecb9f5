/** The ranking service: what is hot, what is related, and the home feed. */
@NullMarked
package news.platform.ranking;

import org.jspecify.annotations.NullMarked;
