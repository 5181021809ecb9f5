/** Articles, as content-service knows them. */
@NullMarked
package news.platform.entitlement.article;

import org.jspecify.annotations.NullMarked;
