/** What a process does by itself, again and again: rounds. No class outside this module starts a loop of its own. */
@NullMarked
package news.platform.work;

import org.jspecify.annotations.NullMarked;
