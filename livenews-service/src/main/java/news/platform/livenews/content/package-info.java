/** What a live says: safe HTML, the same as plain text, and the title that feeds put in front of it. */
@NullMarked
package news.platform.livenews.content;

import org.jspecify.annotations.NullMarked;
