/** Folders that come and go. */
@NullMarked
package news.platform.local.file;

import org.jspecify.annotations.NullMarked;
