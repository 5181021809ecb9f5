/** The __name__ service: __names__, and who may see them. */
@NullMarked
package news.platform.__name__;

import org.jspecify.annotations.NullMarked;
