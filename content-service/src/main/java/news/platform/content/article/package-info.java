/** Articles from draft to recall: what editors do, what readers open. */
@NullMarked
package news.platform.content.article;

import org.jspecify.annotations.NullMarked;
