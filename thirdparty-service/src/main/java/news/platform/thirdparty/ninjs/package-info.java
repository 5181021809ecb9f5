/** News items that partners push as ninjs. */
@NullMarked
package news.platform.thirdparty.ninjs;

import org.jspecify.annotations.NullMarked;
