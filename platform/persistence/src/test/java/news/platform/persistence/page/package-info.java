@NullMarked
package news.platform.persistence.page;

import org.jspecify.annotations.NullMarked;
