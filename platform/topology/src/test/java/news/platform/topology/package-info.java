@NullMarked
package news.platform.topology;

import org.jspecify.annotations.NullMarked;
