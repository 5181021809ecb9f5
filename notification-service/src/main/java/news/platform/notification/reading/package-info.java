/** What users were told, as they see it. */
@NullMarked
package news.platform.notification.reading;

import org.jspecify.annotations.NullMarked;
