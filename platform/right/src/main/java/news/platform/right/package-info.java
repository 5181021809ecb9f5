/** What is open to users: the states that changed lately, in memory, newer than any token. */
@NullMarked
package news.platform.right;

import org.jspecify.annotations.NullMarked;
