/** The only way out: what arrives from outside becomes events. */
@NullMarked
package news.platform.thirdparty;

import org.jspecify.annotations.NullMarked;
