/** What there is to tell: news, each told once. */
@NullMarked
package news.platform.notification.story;

import org.jspecify.annotations.NullMarked;
