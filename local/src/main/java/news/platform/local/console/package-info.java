/** What a command shows to the person who gave it. */
@NullMarked
package news.platform.local.console;

import org.jspecify.annotations.NullMarked;
