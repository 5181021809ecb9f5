@NullMarked
package news.platform.persistence.connection;

import org.jspecify.annotations.NullMarked;
