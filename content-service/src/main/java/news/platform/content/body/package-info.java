/** The body of an article: what markup is allowed, what a preview shows. */
@NullMarked
package news.platform.content.body;

import org.jspecify.annotations.NullMarked;
