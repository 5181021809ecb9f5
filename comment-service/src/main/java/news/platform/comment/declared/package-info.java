/** Word lists and policies that an operator has written down. */
@NullMarked
package news.platform.comment.declared;

import org.jspecify.annotations.NullMarked;
