/** Bytes out, one answer in, without a client that would refuse to send them. */
@NullMarked
package news.platform.fuzz.wire;

import org.jspecify.annotations.NullMarked;
