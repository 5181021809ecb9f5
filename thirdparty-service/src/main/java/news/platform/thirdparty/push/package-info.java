/** Pushes to apps on devices, by the networks of their makers. */
@NullMarked
package news.platform.thirdparty.push;

import org.jspecify.annotations.NullMarked;
