/** Descriptors and policies become one immutable {@code Method} each; what contradicts itself is refused at start-up. */
@NullMarked
package news.platform.gateway.contract;

import org.jspecify.annotations.NullMarked;
