@NullMarked
package news.platform.content.offer;

import org.jspecify.annotations.NullMarked;
