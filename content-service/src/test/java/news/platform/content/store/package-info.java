@NullMarked
package news.platform.content.store;

import org.jspecify.annotations.NullMarked;
