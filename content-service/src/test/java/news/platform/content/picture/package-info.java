@NullMarked
package news.platform.content.picture;

import org.jspecify.annotations.NullMarked;
