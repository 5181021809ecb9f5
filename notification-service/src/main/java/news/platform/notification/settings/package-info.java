/** What users want to be told, and when. */
@NullMarked
package news.platform.notification.settings;

import org.jspecify.annotations.NullMarked;
