/** What payment channels tell by themselves. */
@NullMarked
package news.platform.thirdparty.callback;

import org.jspecify.annotations.NullMarked;
