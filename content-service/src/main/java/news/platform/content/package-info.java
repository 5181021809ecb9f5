/** The content service: articles and channels. */
@NullMarked
package news.platform.content;

import org.jspecify.annotations.NullMarked;
