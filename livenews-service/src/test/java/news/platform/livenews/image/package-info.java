@NullMarked
package news.platform.livenews.image;

import org.jspecify.annotations.NullMarked;
