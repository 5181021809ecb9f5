/** What came from outside, made into what may be stored and shown. */
@NullMarked
package news.platform.thirdparty.clean;

import org.jspecify.annotations.NullMarked;
