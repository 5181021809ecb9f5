/** The images that the platform keeps itself: taken, shown, referred to, forgotten. */
@NullMarked
package news.platform.content.media;

import org.jspecify.annotations.NullMarked;
