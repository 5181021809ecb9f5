/** Articles for search engines. */
@NullMarked
package news.platform.content.sitemap;

import org.jspecify.annotations.NullMarked;
