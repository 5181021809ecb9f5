/** The bytes of an answer as they are sent: encoded, each encoding with its entity tag. */
@NullMarked
package news.platform.gateway.hot.encoding;

import org.jspecify.annotations.NullMarked;
