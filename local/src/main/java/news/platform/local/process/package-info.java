/** Processes that the launcher starts, watches, recognises again and stops. */
@NullMarked
package news.platform.local.process;

import org.jspecify.annotations.NullMarked;
