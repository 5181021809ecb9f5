/** What a comment's text is worth: words, links and repetitions, whatever they are disguised as. */
@NullMarked
package news.platform.comment.screening;

import org.jspecify.annotations.NullMarked;
