/** Searching from the command line. */
@NullMarked
package news.platform.local.search;

import org.jspecify.annotations.NullMarked;
