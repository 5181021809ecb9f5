/** Comments: written, answered, changed, taken back, and read as conversations. */
@NullMarked
package news.platform.comment.thread;

import org.jspecify.annotations.NullMarked;
