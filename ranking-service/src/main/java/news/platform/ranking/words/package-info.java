/** What a text is made of, to be compared with others. */
@NullMarked
package news.platform.ranking.words;

import org.jspecify.annotations.NullMarked;
