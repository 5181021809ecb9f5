@NullMarked
package news.platform.test.architecture;

import org.jspecify.annotations.NullMarked;
