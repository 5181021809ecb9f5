@NullMarked
package news.platform.sandbox;

import org.jspecify.annotations.NullMarked;
