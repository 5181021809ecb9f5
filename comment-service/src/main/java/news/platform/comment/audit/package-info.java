/** Who decided what: rows that are only added. */
@NullMarked
package news.platform.comment.audit;

import org.jspecify.annotations.NullMarked;
