@NullMarked
package news.platform.content.media;

import org.jspecify.annotations.NullMarked;
