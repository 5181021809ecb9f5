@NullMarked
package news.platform.test.store;

import org.jspecify.annotations.NullMarked;
