/** Which instruments a text names. */
@NullMarked
package news.platform.thirdparty.mention;

import org.jspecify.annotations.NullMarked;
