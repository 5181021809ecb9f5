/** A file of articles pushed as a partner would. */
@NullMarked
package news.platform.local.ingest;

import org.jspecify.annotations.NullMarked;
