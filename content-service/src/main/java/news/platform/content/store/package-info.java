/** Where bytes are kept that are too large for the database: one port, two adapters. */
@NullMarked
package news.platform.content.store;

import org.jspecify.annotations.NullMarked;
