/** News become stories. */
@NullMarked
package news.platform.notification.news;

import org.jspecify.annotations.NullMarked;
