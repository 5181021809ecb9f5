/** What an answer must be. */
@NullMarked
package news.platform.fuzz.verdict;

import org.jspecify.annotations.NullMarked;
