/** What a __name__ is, and reading it. */
@NullMarked
package news.platform.__name__.__name__;

import org.jspecify.annotations.NullMarked;
