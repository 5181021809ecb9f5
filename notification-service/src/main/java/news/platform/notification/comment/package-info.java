/** What users hear of what they wrote: replies, likes, decisions. */
@NullMarked
package news.platform.notification.comment;

import org.jspecify.annotations.NullMarked;
