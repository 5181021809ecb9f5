@NullMarked
package news.platform.error;

import org.jspecify.annotations.NullMarked;
