@NullMarked
package news.platform.proto;

import org.jspecify.annotations.NullMarked;
